import Goldilocks

extension KindComparison {
  /// How many there are and at which N × D, whether the kinds differ, and the mean of each.
  public var findings: [Finding] {
    let matched = shape.map { ["all of N × D = \($0)"] } ?? []
    let count = Finding(["n = \(models.count),", selection.title + (matched.isEmpty ? "" : ",")] + matched)
    let leftOut = shape.flatMap { shape in
      leftOutCount == 0
        ? nil
        : Finding(
          "\(leftOutCount) \(leftOutCount == 1 ? "model" : "models") of another N × D left out:",
          "\(quantity.title) depends on both", isWarning: true)
    }
    let means = kinds.enumerated().map { index, kind in
      let interval = kind.summary.meanInterval.map { " \($0.shortText)" } ?? ""
      return "\(kind.name) \(kind.summary.mean.shortText)\(interval) (n = \(kind.summary.count))"
        + (index + 1 < kinds.count ? "," : "")
    }
    return [count, leftOut, verdict, Finding(["means:"] + means)].compactMap { $0 }
  }

  /// `effective rank differs by architecture: F(2, 9) = 7.1, p 0.014, 61 % of its variance`.
  private var verdict: Finding? {
    difference.map { difference in
      Finding(
        "\(quantity.title) \(difference.isClear ? "differs by" : "is not seen to differ by") \(kind.title):",
        "F(\(difference.numeratorFreedom), \(difference.denominatorFreedom)) = \(difference.ratio.shortText),",
        "p \(ScatterFigure.probability(difference.pValue)),",
        "\(Int((difference.share * 100).rounded())) % of the variance lies between them")
    }
  }
}
