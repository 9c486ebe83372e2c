extension NameMeaning {
  /// What the directories say about the network, outermost first: their names without checkpoint, layer, split, shard,
  /// rank, view and metric.
  package var directories: [String] {
    components.filter { $0.role == .directory }.map { $0.text(without: Self.places) }.filter { !$0.isEmpty }
  }

  /// The same of the names of the file and its array, without noise; empty where they say nothing else.
  package var variant: String {
    texts(without: Self.places.union(NameKinds(.noise)), ofFile: true).joined(separator: "/")
  }

  /// What is left of the path: it tells the networks below one root apart, but for layers and splits.
  package var path: String { (directories + (variant.isEmpty ? [] : [variant])).joined(separator: "/") }

  /// The path without noise.
  package var model: String { text(without: Self.places.union(NameKinds(.noise))) }

  /// The path without noise and seeds: what runs have in common that repeat one another.
  package var family: String { text(without: Self.places.union(NameKinds(.noise, .seed))) }

  /// The noise of the directories: it tells runs apart that have all else in common.
  package var noise: String {
    components.filter { $0.role == .directory }
      .map { $0.text(without: NameKinds.all.subtracting(NameKinds(.noise))) }
      .filter { !$0.isEmpty }
      .joined(separator: "/")
  }

  private func text(without kinds: NameKinds) -> String {
    (texts(without: kinds, ofFile: false) + texts(without: kinds, ofFile: true)).joined(separator: "/")
  }

  private func texts(without kinds: NameKinds, ofFile: Bool) -> [String] {
    components.filter { $0.role != .root && ($0.role != .directory) == ofFile }
      .map { $0.text(without: kinds) }
      .filter { !$0.isEmpty }
  }

  private static let places = NameKinds(.checkpoint, .layer, .split, .shard, .rank, .view, .metric)
}
