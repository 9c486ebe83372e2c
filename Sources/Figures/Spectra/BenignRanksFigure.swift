public import Charts
public import Spectra

/// Bartlett's effective ranks of the tail behind each rank, and the least k from which overfitting so many labels can be benign.
public struct BenignRanksFigure {
  public var ranks: BenignEffectiveRanks
  /// n, labels that would be fitted; nil where none are asked about.
  public var labelCount: Int?
  /// b of the condition r_k ≥ b·n.
  public var constant: Double

  public init(_ ranks: BenignEffectiveRanks, labelCount: Int? = nil, constant: Double = 1) {
    self.ranks = ranks
    self.labelCount = labelCount
    self.constant = constant
  }

  public var chart: Chart {
    // k = 0 has no place on a logarithmic axis: the tail behind k is drawn at its first rank, k + 1.
    func curve(_ name: String, _ values: [Double], _ series: Int) -> Mark {
      Mark(
        .line(values.enumerated().map { DataPoint(x: Double($0.offset + 1), y: $0.element) }), role: .series(series),
        name: name,
        subjects: [0], z: 2 - series)
    }
    let little = curve("rₖ", ranks.stableRanks, 0)
    let great = curve("Rₖ", ranks.participationRatios, 1)
    let needed = labelCount.map { constant * Double($0) }
    var marks = [great, little]
    var legend = [LegendEntry("rₖ", for: little), LegendEntry("Rₖ", for: great)]
    if let needed {
      let rule = Mark(.horizontalRule(y: needed), role: .reference)
      marks.append(rule)
      legend.append(LegendEntry("\(condition) = \(needed.shortText)", for: rule))
      if let k = splittingRank {
        marks.append(Mark(.verticalRule(x: Double(k + 1)), role: .fit))
        marks.append(
          Mark(.label(at: DataPoint(x: Double(k + 1), y: ranks.stableRanks[k]), "k* = \(k)"), role: .label, z: 3))
      }
    }
    let shown = ranks.stableRanks + ranks.participationRatios + (needed.map { [$0] } ?? [])
    return Chart(
      xAxis: Axis(
        title: "first rank of the tail",
        scale: Scale(.logarithmic, from: 1, to: Double(max(2, ranks.stableRanks.count))),
        tickFormat: .integer),
      yAxis: Axis(title: "rₖ Rₖ", scale: Scale(.logarithmic, fitting: shown, margin: 0.03), tickFormat: .powersOfTen),
      marks: marks, legend: legend)
  }

  /// What the ranks say of so many labels; nothing without a number of them.
  public var findings: [String] {
    guard let labelCount else { return [] }
    let needed = (constant * Double(labelCount)).shortText
    guard let k = splittingRank else {
      let greatest = ranks.stableRanks.indices.max { ranks.stableRanks[$0] < ranks.stableRanks[$1] } ?? 0
      let most = ranks.stableRanks.indices.contains(greatest) ? ranks.stableRanks[greatest].shortText : "0"
      return [
        "no k* for n = \(labelCount): rₖ stays below \(condition) = \(needed), at most \(most) at k = \(greatest)",
        "fitting \(labelCount) labels exactly would not be benign: the tail is too small to hide their noise",
      ]
    }
    return [
      "k* = \(k) for n = \(labelCount): the least k with rₖ ≥ \(condition) = \(needed), rₖ there \(ranks.stableRanks[k].shortText)",
      "excess risk by k*/n + n/R = \((Double(k) / Double(labelCount)).shortText) + "
        + "\((Double(labelCount) / ranks.participationRatios[k]).shortText): benign where both are small",
    ]
  }

  private var splittingRank: Int? { labelCount.flatMap { ranks.splittingRank(labelCount: $0, constant: constant) } }
  private var condition: String { constant == 1 ? "n" : "\(constant.shortText)·n" }
}
