public import Goldilocks

extension SelectionReplay {
  /// What selection cost and found, beside what as many probes find otherwise, so that a gain is a gain.
  ///
  /// - Parameter key: what models were chosen by, for people.
  public func findings(key: String) -> [Finding] {
    let share = selection.probesMean / Double(modelCount)
    var lines = [
      Finding(
        "\(selection.probesMean.shortText) probes of \(modelCount) models", "(\(percent(share))),", "M = \(parallel),",
        "\(shuffleCount) shuffles"),
      Finding(
        "probes grow as \(growth.ratio.shortText) · M·Σ1/s,", "within \(percent(growth.largestDeviation))"),
      line("by \(key)", selection),
      line("at random", random),
      line("by shuffled \(key)", shuffledKey),
    ]
    if let successiveHalving {
      let some = halvedCount < modelCount ? " of the \(halvedCount) with earlier accuracies" : ""
      lines.append(line("successive halving\(some)", successiveHalving))
    }
    lines.append(gain(key))
    return lines
  }

  private func line(_ name: String, _ outcome: SelectionOutcome) -> Finding {
    Finding(
      "\(name):", "the best in \(percent(outcome.exactBest)),",
      "within \(tolerance.shortText) in \(percent(outcome.withinTolerance)),",
      "loss \(outcome.meanLoss.shortText) on average,", "\(outcome.maxLoss.shortText) at most,",
      "\(outcome.probesMean.shortText) probes")
  }

  /// Whether the key is worth more than luck: the losses of both, shuffle by shuffle.
  private func gain(_ key: String) -> Finding {
    let (own, luck) = (selection.meanLoss, random.meanLoss)
    guard own != luck else { return Finding("\(key) is worth as much as chance here") }
    return Finding(
      "\(key) loses \(own < luck ? "less" : "more") than chance here:", "\(own.shortText) against \(luck.shortText)",
      isWarning: own > luck)
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
