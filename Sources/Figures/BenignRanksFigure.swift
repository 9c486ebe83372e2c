public import Charts
public import Spectra

/// Bartlett's effective ranks of the tail behind each rank: overfitting can be benign where they exceed the number of labels.
public struct BenignRanksFigure {
  public var ranks: BenignEffectiveRanks

  public init(_ ranks: BenignEffectiveRanks) { self.ranks = ranks }

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
    return Chart(
      xAxis: Axis(
        title: "first rank of the tail",
        scale: Scale(.logarithmic, from: 1, to: Double(max(2, ranks.stableRanks.count))),
        tickFormat: .integer),
      yAxis: Axis(
        title: "rₖ Rₖ",
        scale: Scale(.logarithmic, fitting: ranks.stableRanks + ranks.participationRatios, margin: 0.03),
        tickFormat: .powersOfTen),
      marks: [great, little], legend: [LegendEntry("rₖ", for: little), LegendEntry("Rₖ", for: great)])
  }
}
