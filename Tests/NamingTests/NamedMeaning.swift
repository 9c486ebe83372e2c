import Naming
import Testing

/// A path below a root and what it has to mean: a line of a table.
struct NamedMeaning: Sendable, CustomTestStringConvertible {
  let path: String
  let expected: String

  init(_ line: Substring) {
    let cut = line.firstRange(of: " | ")
    path = String(line[..<(cut?.lowerBound ?? line.endIndex)])
    expected = String(line[(cut?.upperBound ?? line.endIndex)...])
  }

  var testDescription: String { path }
}

extension NameMeaning {
  /// All that the names say, in one line: `barlow | epoch 3 | lr=0.1`.
  var summary: String {
    var parts = model.isEmpty ? [] : [model]
    if let epoch = moment?.epoch { parts.append("epoch \(epoch)") }
    if let step = moment?.step { parts.append("step \(step)") }
    if let name = moment?.name { parts.append("moment \(name)") }
    if let seed { parts.append("seed \(seed)") }
    if let layer { parts.append("layer \(layer)") }
    if let split { parts.append("split \(split.rawValue)") }
    parts += settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.written)" }
    parts += metrics.sorted { $0.key < $1.key }.map { "metric \($0.key)=\($0.value)" }
    for part in components.flatMap(\.parts) where [.shard, .rank, .view, .noise].contains(part.kind) {
      parts.append("\(part.kind.rawValue) \(part.text)")
    }
    return parts.joined(separator: " | ")
  }
}

extension NameValue {
  fileprivate var written: String {
    switch self {
    case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
    case .flag(let flag): "\(flag)"
    case .text(let text): text
    }
  }
}

extension NameTree {
  /// All meanings at once.
  static func meanings(root: String, of paths: [String]) -> [NameMeaning] {
    var tree = NameTree(root: root)
    for path in paths { tree.insert(path) }
    return paths.map { tree.meaning(of: $0) }
  }
}
