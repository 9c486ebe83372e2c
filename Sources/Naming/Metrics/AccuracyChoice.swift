/// An accuracy among the metrics of a run: how far it may be trusted to be of held-out samples, and why.
package struct AccuracyChoice: Sendable, Hashable {
  package enum Standing: Int, Sendable, Hashable, Comparable {
    case heldOut
    /// Neither the name nor a twin says what it is of: it is perhaps the training's.
    case unknown

    package static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
  }

  package let name: String
  package let standing: Standing
  /// Why it counts, for people.
  package let reason: String

  /// The accuracies among these metrics that may be shown as the accuracy, the most telling first: those of held-out
  /// samples that are top-1, other held-out ones, those of which nobody knows. One of the training never counts.
  package static func ranked(_ names: some Sequence<String>) -> [AccuracyChoice] {
    let metrics = Set(names).map(MetricName.init).filter { $0.kind == .accuracy }
    let heldOut = Set(metrics.filter(\.isHeldOut).map(\.wordsButHeldOut))
    return metrics.compactMap { metric -> (MetricName, AccuracyChoice)? in
      guard metric.trainingWord == nil else { return nil }
      if let word = metric.heldOutWord {
        return (metric, AccuracyChoice(name: metric.name, standing: .heldOut, reason: "`\(word)` is held out"))
      }
      guard !heldOut.contains(metric.words) else { return nil }
      let reason = "neither held out nor of the training by its name: perhaps the training's"
      return (metric, AccuracyChoice(name: metric.name, standing: .unknown, reason: reason))
    }
    .sorted { $0.0.precedes($1.0) }
    .map(\.1)
  }

  /// The first of them; nil where there is none.
  package static func best(of names: some Sequence<String>) -> AccuracyChoice? { ranked(names).first }

  /// Why an accuracy is taken for the training's; nil where it is not.
  package static func trainingReason(of name: String, among names: some Sequence<String>) -> String? {
    let metric = MetricName(name)
    guard metric.kind == .accuracy else { return nil }
    if let word = metric.trainingWord { return "`\(word)` is the training" }
    guard metric.heldOutWord == nil else { return nil }
    let twin = names.map(MetricName.init)
      .filter { $0.kind == .accuracy && $0.isHeldOut && $0.wordsButHeldOut == metric.words }
      .map(\.name).min()
    return twin.map { "`\($0)` beside it is held out" }
  }
}

extension MetricName {
  fileprivate var isHeldOut: Bool { heldOutWord != nil && trainingWord == nil }

  /// What the name would be of the training.
  fileprivate var wordsButHeldOut: [String] { words.filter { $0 != heldOutWord } }

  fileprivate func precedes(_ other: MetricName) -> Bool {
    for (own, others) in zip(preference, other.preference) where own != others { return own < others }
    return name < other.name
  }

  /// What tells how well it stands for the accuracy; less is better, the first number above all.
  private var preference: [Int] {
    let set = Set(words)
    let place = Self.places.firstIndex { !set.isDisjoint(with: $0) } ?? Self.places.count
    return [
      heldOutWord == nil ? 1 : 0,
      (topCount ?? 1) == 1 ? 0 : 1,
      // What was best until then is not of this checkpoint.
      set.isDisjoint(with: ["best", "max", "ema", "smooth", "smoothed", "avg", "running"]) ? 0 : 1,
      set.isDisjoint(with: ["ood", "shifted"]) ? 0 : 1,
      place,
      set.contains("acc") || set.contains("top") ? 0 : 1,
      topCount == nil ? 1 : 0,
      words.count,
    ]
  }

  /// Where accuracies of held-out samples are measured, the most telling first.
  private static let places: [Set<String>] = [
    ["test", "testing"], ["linear", "probe"], ["val", "valid", "validation", "dev"],
    ["eval", "evaluation", "holdout", "heldout"], ["knn"], ["online"],
  ]
}
