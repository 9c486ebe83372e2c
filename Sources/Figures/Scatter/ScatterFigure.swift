public import Analysis
import Charts
import Goldilocks

/// One quantity of some models against another: points in groups, the line through them, how strong the relation is and of
/// which sign.
public struct ScatterFigure {
  public var records: [AnalysisRecord]
  public var x: Quantity
  public var y: Quantity
  /// What groups of points are told apart by; nil for one group.
  public var color: Quantity?
  public var selection: ModelSelection
  /// What must be known about the records to read it.
  public var remarks: [Finding]
  /// α of the best models as expected.
  public var prior: Double

  public init(
    _ records: [AnalysisRecord], x: Quantity, y: Quantity, color: Quantity? = nil,
    selection: ModelSelection = .lastCheckpoints, remarks: [Finding] = [], prior: Double = ZoneMarks.paperPrior
  ) {
    self.records = records
    self.x = x
    self.y = y
    self.color = color
    self.selection = selection
    self.remarks = remarks
    self.prior = prior
  }

  /// Places along x at which the line and its band are computed.
  private static let lineSteps = 60

  /// nil where no model has both quantities.
  public var figure: Figure? {
    let models = records.sweepModels(selection, having: [x, y])
    let points = models.enumerated().compactMap { index, model -> Point? in
      guard let x = Value(x, of: model), let y = Value(y, of: model) else { return nil }
      return Point(x: x, y: y, subject: index, representative: model.representative)
    }
    guard !points.isEmpty else { return nil }
    let (xs, ys) = (points.map(\.x.mean), points.map(\.y.mean))
    let yAxis = axis(of: y, values: points.flatMap(\.y.extent))
    let zone = ZoneMarks(self, xs, ys, foot: yAxis.scale.value(at: 0.03))
    var (marks, legend) = (zone.marks, zone.legend)
    if let least = xs.min(), let greatest = xs.max(), let fit = zone.fit ?? SmoothFit(lineOf: xs, ys) {
      let steps = (0...Self.lineSteps).map { least + (greatest - least) * Double($0) / Double(Self.lineSteps) }
      let band = steps.compactMap { x in
        fit.interval(x).map { AreaPoint(x: x, low: $0.lowerBound, high: $0.upperBound) }
      }
      marks.append(Mark(.area(band), role: .fitRange))
      let curve = Mark(.line(steps.map { DataPoint(x: $0, y: fit.value($0)) }), role: .fit, lineStyle: .dashed)
      marks.append(curve)
      legend.append(LegendEntry(fit.title, for: curve))
    }
    let groups = Grouping(points.map(\.representative), by: color)
    for (series, group) in groups.groups.enumerated() {
      let members = group.members.map { points[$0] }
      let bars = members.map { ErrorBar(point: $0.point, yRange: $0.y.range, xRange: $0.x.range) }
      marks.append(Mark(.errorBars(bars), role: .dimmed))
      let mark = Mark(
        .points(members.map(\.point)), role: group.isRest ? .dimmed : .series(series),
        marker: group.isRest ? .hollowCircle : nil, name: group.title,
        subjects: members.map(\.subject), z: 2)
      marks.append(mark)
      if groups.groups.count > 1 { legend.append(LegendEntry(group.title, for: mark)) }
    }
    // Ranges of an axis are no kinds of models.
    let kind = color.flatMap { $0 == x || $0 == y ? nil : $0 }
    let relation = kind.flatMap { GroupedRelation(xs, ys, groups, x: x, y: y, by: $0) }
    let chart = Chart(
      xAxis: axis(of: x, values: points.flatMap(\.x.extent)), yAxis: yAxis, marks: marks, legend: legend)
    return Figure(
      chart, of: models.map(\.representative.id),
      findings: findings(xs, ys, models.flatMap(\.records), zone, relation))
  }

  // MARK: Points

  /// A quantity of one model, or of several that are joined.
  private struct Value {
    var mean: Double
    /// The interval of a single value, or the spread of joined ones.
    var range: ClosedRange<Double>?
    var extent: [Double] { [mean] + (range.map { [$0.lowerBound, $0.upperBound] } ?? []) }

    init?(_ quantity: Quantity, of model: SweepModel) {
      guard let mean = model.value(of: quantity) else { return nil }
      self.mean = mean
      range = model.interval(of: quantity)
    }
  }

  private struct Point {
    var x: Value
    var y: Value
    /// Place among the models.
    var subject: Int
    var representative: AnalysisRecord
    var point: DataPoint { DataPoint(x: x.mean, y: y.mean) }
  }

  private func axis(of quantity: Quantity, values: [Double]) -> Axis {
    let kind: Scale.Kind = Quantity.isLogarithmicByNature(values: values) ? .logarithmic : .linear
    return Axis(title: quantity.title, scale: Scale(kind, fitting: values, margin: 0.06))
  }
}
