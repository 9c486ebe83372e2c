import Analysis
internal import Naming
import SystemPackage
import Yams

/// The settings in a configuration of a training run, YAML or JSON.
///
/// Nested mappings are flattened, their keys joined by dots (`optimizer.lr`); lists are settings as wholes, nulls are left out.
/// The seed is kept apart. Merged keys (`<<`) count where the mapping has none of its own; of a name that is given twice the
/// last counts. A mapping of which every value is a mapping with a `value`, as trackers write it, is read as these values. Tags
/// of Python give their text, a scalar of numpy its number.
struct ConfigFile {
  private(set) var settings: [String: HyperparameterValue] = [:]
  private(set) var seed: Int?
  /// What was left out of a file that was read otherwise.
  private(set) var problem: CatalogProblem?

  /// Reads the file at `path`; nil if there is none.
  ///
  /// - Throws: `CatalogProblem` if it is unreadable, larger than 256 KiB, no YAML, no mapping, or would take too much to
  ///   compose: too many aliases in keys. What goes beyond ``nodeLimit`` values or a name of ``nameLimit`` bytes is left out.
  init?(path: FilePath) throws(CatalogProblem) {
    guard let bytes = try SmallFile.read(path, limit: 1 << 18) else { return nil }
    guard Self.isCheap(bytes) else {
      throw CatalogProblem(path: path, reason: "too many aliases (*name) or explicit keys (? key)")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      try read(text, path)
    } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
      let reason = "names given twice, of which the last counts: \(duplicates.joined(separator: ", "))"
      do { try read(Self.keepingLast(of: Set(duplicates), in: text), path) } catch {
        throw Self.problem(error, path: path)
      }
      problem = problem ?? CatalogProblem(path: path, line: context.mark.line, reason: reason)
    } catch {
      throw Self.problem(error, path: path)
    }
  }

  private mutating func read(_ text: String, _ path: FilePath) throws {
    // The basic resolver: scalars are resolved here, where `1e-06` is a number, which it is not to YAML 1.1.
    guard let root = try Yams.compose(yaml: text, .basic) else { return }
    guard case .mapping(let mapping) = root else {
      if case .scalar(let scalar) = root, scalar.string.isEmpty { return }
      throw CatalogProblem(path: path, line: root.mark?.line, reason: "not a mapping of names to values")
    }
    if let reason = flatten(mapping) { problem = CatalogProblem(path: path, reason: reason) }
  }

  private static let nodeLimit = 10_000
  private static let nameLimit = 1000
  private static let textLimit = 256

  /// Takes the values below `root`, with a stack of its own and within limits; returns which one was exceeded.
  private mutating func flatten(_ root: Node.Mapping) -> String? {
    let isWrapped = Self.isWrapped(root)
    var pending = [(prefix: "", mapping: root, isMerged: false)]
    var visited = 0
    var reason: String?
    while let (prefix, mapping, isMerged) = pending.popLast() {
      for (key, value) in mapping {
        visited += 1
        guard visited <= Self.nodeLimit else { return "more than \(Self.nodeLimit) values" }
        guard case .scalar(let key) = key else { continue }
        if isWrapped, prefix.isEmpty, key.string.hasPrefix("_") { continue }
        if key.string == "<<" {
          pending += Self.mappings(in: value).map { (prefix, $0, true) }
          continue
        }
        let name = prefix + key.string
        // Nested long names would make a short file large.
        guard name.utf8.count <= Self.nameLimit else {
          reason = "a name longer than \(Self.nameLimit) bytes"
          continue
        }
        take(value, as: name, isMerged: isMerged, isWrapped: isWrapped && prefix.isEmpty, &pending)
      }
    }
    return reason
  }

  private mutating func take(
    _ value: Node, as name: String, isMerged: Bool, isWrapped: Bool,
    _ pending: inout [(prefix: String, mapping: Node.Mapping, isMerged: Bool)]
  ) {
    if isMerged, settings[name] != nil { return }
    switch value {
    case .mapping(let nested) where isWrapped:
      if let inner = nested["value"] { take(inner, as: name, isMerged: false, isWrapped: false, &pending) }
    case .mapping(let nested): pending.append((name + ".", nested, isMerged))
    case .scalar(let scalar): set(name, to: HyperparameterValue(scalar))
    case .sequence(let sequence):
      if let number = NumpyScalar(sequence)?.value {
        set(name, to: .number(number))
      } else {
        set(name, to: .text(Self.text(of: value)))
      }
    case .alias: break
    }
  }

  /// Whether a tracker wrote it: every value is a mapping with a `value`, but for the tracker's own (`_wandb`).
  private static func isWrapped(_ root: Node.Mapping) -> Bool {
    let own = root.filter { $0.key.scalar?.string.hasPrefix("_") != true }
    return !own.isEmpty && own.allSatisfy { $0.value.mapping?["value"] != nil }
  }

  /// What `<<` merges: a mapping, or several.
  private static func mappings(in node: Node) -> [Node.Mapping] {
    switch node {
    case .mapping(let mapping): [mapping]
    case .sequence(let sequence): sequence.compactMap(\.mapping)
    default: []
    }
  }

  /// A list in one line, `[1, 2, [a, b]]`, as far as it is not too long.
  private static func text(of node: Node, depth: Int = 0) -> String {
    switch node {
    case .scalar(let scalar): return scalar.string
    case .sequence(let sequence):
      var text = "["
      for element in sequence {
        if text.utf8.count > textLimit || depth > 4 { return text + "…]" }
        text += (text.count > 1 ? ", " : "") + self.text(of: element, depth: depth + 1)
      }
      return text + "]"
    case .mapping(let mapping):
      var text = "{"
      for (key, value) in mapping {
        if text.utf8.count > textLimit || depth > 4 { return text + "…}" }
        text +=
          (text.count > 1 ? ", " : "") + self.text(of: key, depth: depth + 1) + ": "
          + self.text(of: value, depth: depth + 1)
      }
      return text + "}"
    case .alias: return "*"
    }
  }

  /// The text without earlier lines of names that are given again at the outermost level.
  private static func keepingLast(of names: Set<String>, in text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var seen: Set<String> = []
    var end = lines.count
    for index in lines.indices.reversed() where !(lines[index].first.map { " \t#-".contains($0) } ?? true) {
      let name = String(lines[index].prefix { $0 != ":" })
      // What is indented below a name goes with it.
      if names.contains(name), !seen.insert(name).inserted {
        lines.replaceSubrange(index..<end, with: [String](repeating: "", count: end - index))
      }
      end = index
    }
    return lines.joined(separator: "\n")
  }

  private mutating func set(_ name: String, to value: HyperparameterValue?) {
    guard let value else { return }
    guard !name.contains("."), SettingName.isSeed(name) else {
      settings[name] = value
      return
    }
    // Of several, the one that is called so.
    if case .number(let number) = value, name == "seed" || seed == nil { seed = Int(exactly: number) ?? seed }
  }

  /// Whether composing stays cheap.
  ///
  /// It shares what aliases refer to, but Yams hashes the keys of every mapping meanwhile, and a key may be a
  /// collection: an explicit one (`? key`) within others is hashed once for each, and k aliases nested in it turn n
  /// bytes into up to n·2ᵏ. An alias that ends its line is a value, as Python's writer makes them by the hundred, and costs
  /// nothing where there is no explicit key and no alias elsewhere. Whatever else looks like one counts, also within texts.
  private static func isCheap(_ bytes: [UInt8]) -> Bool {
    let keyCount = zip(bytes, bytes.dropFirst()).count { $0 == UInt8(ascii: "?") && isBlank($1) }
    let (aliasCount, valueCount) = countAliases(bytes)
    if keyCount == 0, aliasCount == valueCount { return true }
    return aliasCount < 24 && (bytes.count * (1 + keyCount)) << aliasCount <= 1 << 24
  }

  /// All that look like aliases, and those of them that are the value of a line: `name: *id001`, `- *id001`.
  private static func countAliases(_ bytes: [UInt8]) -> (all: Int, values: Int) {
    var (all, values) = (0, 0)
    for index in bytes.indices.dropLast()
    where bytes[index] == UInt8(ascii: "*") && mayStartAlias(bytes[index + 1]) {
      all += 1
      let rest = bytes[(index + 1)...].drop { mayStartAlias($0) }
      let endsLine = rest.first.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? true
      let before = bytes[..<index].suffix(2)
      let isValue = before.count == 2 && (before.first == UInt8(ascii: ":") || before.first == UInt8(ascii: "-"))
      if endsLine, isValue, before.last == UInt8(ascii: " ") { values += 1 }
    }
    return (all, values)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0a, 0x0d].contains(byte) }

  /// Whether `byte` is allowed in the name of an alias.
  private static func mayStartAlias(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }

  private static func problem(_ error: any Error, path: FilePath) -> CatalogProblem {
    if let problem = error as? CatalogProblem { return problem }
    return switch error as? YamlError {
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
    // `!!python/name:torch.nn.GELU ''` is a class by its name.
    if let name = scalar.tag.rawValue.split(separator: "python/", maxSplits: 1).dropFirst().first, scalar.string.isEmpty
    {
      self = .text(String(name.drop { $0 != ":" }.dropFirst()))
      return
    }
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
