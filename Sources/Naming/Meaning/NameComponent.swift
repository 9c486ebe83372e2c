/// One name on the way to an array, taken apart.
package struct NameComponent: Sendable, Hashable {
  package var name: String
  package var role: NameRole
  /// All of the name but separators, in order.
  package var parts: [NamePart]
  var moment: Moment?
  var seed: Int?
  var layer: String?
  var split: Split?

  /// Whether the name says only which of the arrays of a run this is: `epoch_8`, `layer3`, `checkpoint-best`.
  var isOnlyPlace: Bool {
    !parts.isEmpty && parts.allSatisfy { $0.kind.tellsPlace || $0.rule == .copy }
      && parts.contains { $0.kind != .metric }
  }

  /// What is left without parts of these kinds, with the separators between; words for what the array is of are left out,
  /// too, unless they are to be kept.
  func text(without kinds: NameKinds, keepsContent: Bool = false) -> String {
    var text = ""
    for part in parts where !kinds.contains(kind: part.kind) && (keepsContent || part.rule != .content) {
      if !text.isEmpty { text.unicodeScalars.append(part.separator ?? "_") }
      text += part.text
    }
    return text
  }

  /// What is left without noise.
  var remainder: String { text(without: NameKinds(.noise), keepsContent: true) }

  /// What is left without noise and without what tells dumps of one network apart.
  var model: String { text(without: Self.places) }

  private static let places = NameKinds(.checkpoint, .layer, .split, .shard, .rank, .view, .metric, .noise)
}

extension NameKind {
  fileprivate var tellsPlace: Bool {
    switch self {
    case .checkpoint, .layer, .split, .shard, .rank, .metric: true
    case .seed, .view, .setting, .noise, .word: false
    }
  }
}
