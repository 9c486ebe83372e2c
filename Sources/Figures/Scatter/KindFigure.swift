public import Analysis
import Charts

/// A quantity of models by the kind that they are of: a strip of points for each kind, and its mean with the interval of that.
public struct KindFigure {
  public var records: [AnalysisRecord]
  public var kind: Quantity
  public var y: Quantity
  /// What points are told apart by; nil for nothing.
  public var color: Quantity?
  public var selection: ModelSelection

  public init(
    _ records: [AnalysisRecord], kind: Quantity, y: Quantity, color: Quantity? = nil,
    selection: ModelSelection = .lastCheckpoints
  ) {
    self.records = records
    self.kind = kind
    self.y = y
    self.color = color
    self.selection = selection
  }

  /// How far beside its points the mean of a kind stands; kinds are 1 apart.
  private static let meanOffset = 0.2

  /// nil where no model has both.
  public var figure: Figure? {
    guard let comparison = KindComparison(records, of: y, by: kind, selection: selection) else { return nil }
    var places = [Double](repeating: 0, count: comparison.models.count)
    for (place, kind) in comparison.kinds.enumerated() {
      for member in kind.members { places[member] = Double(place + 1) }
    }
    let representatives = comparison.models.map(\.representative)
    let groups = Grouping(representatives, by: color == kind ? nil : color).groups
    var (marks, legend): ([Mark], [LegendEntry]) = ([], [])
    for (series, group) in groups.enumerated() {
      let points = group.members.map { DataPoint(x: places[$0], y: comparison.values[$0]) }
      let mark = Mark(
        .points(points), role: group.isRest ? .dimmed : .series(series), marker: group.isRest ? .hollowCircle : nil,
        name: group.title, subjects: group.members, z: 2)
      marks.append(mark)
      if groups.count > 1 { legend.append(LegendEntry(group.title, for: mark)) }
    }
    let means = comparison.kinds.enumerated().map { place, kind in
      ErrorBar(
        point: DataPoint(x: Double(place + 1) + Self.meanOffset, y: kind.summary.mean),
        yRange: kind.summary.meanInterval)
    }
    let bars = Mark(.errorBars(means), role: .fit, marker: .hollowDiamond)
    marks.append(bars)
    legend.append(LegendEntry("mean, 95 %", for: bars))
    let values = comparison.values + means.flatMap { [$0.yRange?.lowerBound, $0.yRange?.upperBound].compactMap { $0 } }
    let scale: Scale.Kind = Quantity.isLogarithmicByNature(values: values) ? .logarithmic : .linear
    let chart = Chart(
      xAxis: Axis(
        title: kind.title, scale: Scale(.linear, from: 0.5, to: Double(comparison.kinds.count) + 0.5),
        namedValues: comparison.kinds.enumerated().map { NamedValue(Double($0.offset + 1), $0.element.name) }),
      yAxis: Axis(title: y.title, scale: Scale(scale, fitting: values, margin: 0.06)), marks: marks, legend: legend)
    return Figure(chart, of: representatives.map(\.id), findings: comparison.findings)
  }
}
