extension NameMeaning {
  /// What is left of the path without checkpoint, shard, rank, view, metric and noise; layer and split are apart.
  ///
  /// Dumps of one root with the same model, noise, layer and split are of one network at several moments.
  package var model: String { text(without: Self.places) }

  /// The model without its seed: what runs have in common that repeat one another.
  package var modelWithoutSeed: String { text(without: Self.places.union(NameKinds(.seed))) }

  /// What the names of the file and its array say about the network, for people: words that do not say what all arrays
  /// are, settings and the seed; nil for nothing.
  package var fileTitle: String? {
    let parts = components.filter { $0.role == .file || $0.role == .array }.flatMap(\.parts).filter { part in
      switch part.kind {
      case .setting, .seed: true
      case .word: !WordTraits.of(part.text.lowercased()).has(.content)
      default: false
      }
    }
    return parts.isEmpty ? nil : parts.map(\.text).joined(separator: " ")
  }

  /// The noise of the directories: it tells runs apart that have all else in common.
  package var noise: String {
    components.filter { $0.role == .directory }
      .map { $0.text(without: NameKinds.all.subtracting(NameKinds(.noise))) }
      .filter { !$0.isEmpty }
      .joined(separator: "/")
  }

  /// The words by which models may be told apart, by level: directories from 1, and 0 for those in names of files and
  /// arrays.
  package var words: [Int: String] {
    var words: [Int: String] = [:]
    var level = 0
    for component in components where component.role != .root {
      if component.role == .directory { level += 1 }
      let text = component.words
      guard !text.isEmpty else { continue }
      let place = component.role == .directory ? level : 0
      words[place] = words[place].map { "\($0)/\(text)" } ?? text
    }
    return words
  }

  /// The words, settings and seed that names of models are made of, outermost first.
  package var labels: [String] {
    components.filter { $0.role != .root }.flatMap { component in
      component.parts.filter { [.word, .setting, .seed].contains($0.kind) }.map(\.text)
    }
  }

  private func text(without kinds: NameKinds) -> String {
    components.filter { $0.role != .root }
      .map { $0.text(without: kinds) }
      .filter { !$0.isEmpty }
      .joined(separator: "/")
  }

  private static let places = NameKinds(.checkpoint, .layer, .split, .shard, .rank, .view, .metric, .noise)
}
