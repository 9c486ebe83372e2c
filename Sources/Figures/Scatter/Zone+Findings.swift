public import Goldilocks

extension ZoneVerdict {
  /// In words: whether there is a best value of the key or only a slope, and on how many models that rests.
  ///
  /// - Parameters:
  ///   - key: what the models are chosen by, for people.
  ///   - prior: where the best are expected, in the paper at 1; nil for keys that it says nothing about.
  public func finding(key: String, prior: Double?) -> Finding {
    let range = "\(key) \(keyRange.lowerBound.shortText) … \(keyRange.upperBound.shortText)"
    var phrases: [String]
    switch shape {
    case .optimum(let place, let interval):
      phrases = ["an optimum inside the data:", "\(key) \(place.shortText) \(interval.shortText)"]
    case .pit(let place, let interval):
      phrases = [
        "no optimum:", "the worst lie at \(key) \(place.shortText) \(interval.shortText),", "the best at the ends",
      ]
    case .slope(let isRising):
      phrases = [
        "no optimum, a slope:", "better with \(isRising ? "more" : "less") \(key)", "as far as there are models,",
        range,
      ]
    case .nothing:
      phrases = ["neither an optimum nor a slope", "over \(range)"]
    }
    if let decisiveKey {
      phrases[phrases.count - 1] += ","
      phrases.append("but not without the one model at \(key) \(decisiveKey.shortText)")
    }
    if case .optimum(_, let interval) = shape, let prior {
      phrases[phrases.count - 1] += ";"
      let name = prior == ZoneMarks.paperPrior ? "the paper's prior" : "the prior"
      phrases.append("\(name) \(prior.shortText) \(interval.contains(prior) ? "agrees" : "lies outside")")
    }
    if count < Self.fewModels { phrases += ["(few models: \(count))"] }
    return Finding(phrases)
  }
}

extension GoldilocksZone {
  /// `from α 0.81 [0.7, 1.1] (known in 96 % of 400 draws)`, and the same of the upper bound.
  ///
  /// - Parameter key: what the models are chosen by, for people.
  public func finding(_ bootstrap: ZoneBootstrap, key: String) -> Finding {
    func bound(_ value: Double?, _ interval: ClosedRange<Double>, _ share: Double, none: String) -> String {
      let percent = Int((share * 100).rounded())
      return (value.map { "\(key) \($0.shortText) \(interval.shortText)" } ?? "the \(none) \(key)")
        + " (\(value == nil ? "a bound" : "known") in \(percent) % of \(bootstrap.drawCount) draws)"
    }
    return Finding(
      "better half:",
      "from " + bound(lowerBound, bootstrap.lowerBound, bootstrap.lowerBoundShare, none: "least"),
      "to " + bound(upperBound, bootstrap.upperBound, bootstrap.upperBoundShare, none: "greatest"))
  }
}

extension ClosedRange<Double> {
  /// `[0.7, 1.1]`, with infinite ends left open: `[…, 1.1]`.
  var shortText: String {
    func end(_ value: Double) -> String { value.isFinite ? value.shortText : "…" }
    return "[\(end(lowerBound)), \(end(upperBound))]"
  }
}
