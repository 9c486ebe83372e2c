import Analysis
import SystemPackage
import Yams

/// The settings in a YAML configuration of a training run, `hparams.yaml` or `config.yaml`.
///
/// Nested mappings are flattened, their keys joined by dots (`optimizer.lr`); lists and nulls are left out. The seed is
/// kept apart.
struct ConfigFile {
  private(set) var settings: [String: HyperparameterValue] = [:]
  private(set) var seed: Int?

  /// Reads the file at `path`; nil if there is none.
  ///
  /// - Throws: `CatalogProblem` if it is unreadable, larger than 256 KiB, no YAML, no mapping, or would take too much:
  ///   more than ``nodeLimit`` values, a name longer than ``nameLimit`` bytes, or too many aliases.
  init?(path: FilePath) throws(CatalogProblem) {
    guard let bytes = try SmallFile.read(path, limit: 1 << 18) else { return nil }
    guard Self.isCheap(bytes) else {
      throw CatalogProblem(path: path, reason: "too many aliases (*name) or explicit keys (? key)")
    }
    do {
      // The basic resolver: scalars are resolved here, where `1e-06` is a number, which it is not to YAML 1.1.
      guard let root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self), .basic) else { return }
      guard case .mapping(let mapping) = root else {
        if case .scalar(let scalar) = root, scalar.string.isEmpty { return }
        throw CatalogProblem(path: path, line: root.mark?.line, reason: "not a mapping of names to values")
      }
      if let reason = flatten(mapping) { throw CatalogProblem(path: path, reason: reason) }
    } catch let problem as CatalogProblem {
      throw problem
    } catch {
      throw Self.problem(error, path: path)
    }
  }

  private static let nodeLimit = 10_000
  private static let nameLimit = 1000
  private static let seedKeys: Set = ["seed", "seed_everything"]

  /// Takes the scalars below `root`, with a stack of its own and within limits; returns which one was exceeded.
  private mutating func flatten(_ root: Node.Mapping) -> String? {
    var pending = [(prefix: "", mapping: root)]
    var nodeCount = 0
    while let (prefix, mapping) = pending.popLast() {
      for (key, value) in mapping {
        nodeCount += 1
        guard nodeCount <= Self.nodeLimit else { return "more than \(Self.nodeLimit) values" }
        guard case .scalar(let key) = key else { continue }
        let name = prefix + key.string
        // Nested long names would make a short file large.
        guard name.utf8.count <= Self.nameLimit else { return "a name longer than \(Self.nameLimit) bytes" }
        switch value {
        case .mapping(let nested): pending.append((name + ".", nested))
        case .scalar(let scalar): set(name, to: scalar)
        case .sequence, .alias: break
        }
      }
    }
    return nil
  }

  private mutating func set(_ name: String, to scalar: Node.Scalar) {
    guard let value = HyperparameterValue(scalar) else { return }
    guard Self.seedKeys.contains(name) else {
      settings[name] = value
      return
    }
    if case .number(let number) = value { seed = Int(exactly: number) ?? seed }
  }

  /// Whether composing stays cheap.
  ///
  /// It shares what aliases refer to, but Yams hashes the keys of every mapping meanwhile, and a key may be a
  /// collection: an explicit one (`? key`) within others is hashed once for each, and k aliases nested in it turn n
  /// bytes into up to n·2ᵏ. Whatever looks like an alias or an explicit key counts, also within texts.
  private static func isCheap(_ bytes: [UInt8]) -> Bool {
    let keyCount = bytes.count { $0 == UInt8(ascii: "?") }
    let aliasCount = zip(bytes, bytes.dropFirst()).count { $0 == UInt8(ascii: "*") && mayStartAlias($1) }
    return aliasCount < 24 && (bytes.count * (1 + keyCount)) << aliasCount <= 1 << 24
  }

  /// Whether `byte` is allowed in the name of an alias.
  private static func mayStartAlias(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }

  private static func problem(_ error: any Error, path: FilePath) -> CatalogProblem {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      CatalogProblem(path: path, line: mark.line, reason: problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      CatalogProblem(
        path: path, line: context.mark.line, reason: "names given twice: \(duplicates.joined(separator: ", "))")
    case .reader(let problem, _, _, _):
      CatalogProblem(path: path, reason: problem)
    default:
      CatalogProblem(path: path, reason: "\(error)")
    }
  }
}

extension HyperparameterValue {
  /// A YAML scalar by YAML's rules for plain scalars, except that `1e-06` is a number; nil for null.
  fileprivate init?(_ scalar: Node.Scalar) {
    guard scalar.style == .plain || scalar.style == .any else {
      self = .text(scalar.string)
      return
    }
    switch scalar.string.lowercased() {
    case "", "~", "null": return nil
    case "true", "yes", "on": self = .flag(true)
    case "false", "no", "off": self = .flag(false)
    default:
      let number = Double(scalar.string).flatMap { $0.isFinite ? $0 : nil }
      self = number.map(Self.number) ?? .text(scalar.string)
    }
  }
}
