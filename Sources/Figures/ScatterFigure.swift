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

  public init(
    _ records: [AnalysisRecord], x: Quantity, y: Quantity, color: Quantity? = nil,
    selection: ModelSelection = .lastCheckpoints, remarks: [Finding] = []
  ) {
    self.records = records
    self.x = x
    self.y = y
    self.color = color
    self.selection = selection
    self.remarks = remarks
  }

  /// Where the paper found the best models: a prior, not a finding.
  private static let priorAlpha = 1.0
  /// Places along x at which the line and its band are computed.
  private static let lineSteps = 60

  /// nil where no model has both quantities.
  public var figure: Figure? {
    let models = records.models(selection) { record in
      x.value(of: record, in: selection) != nil && y.value(of: record, in: selection) != nil
    }
    let points = points(of: models)
    guard !points.isEmpty else { return nil }
    let (xs, ys) = (points.map(\.x.mean), points.map(\.y.mean))
    let groups = Grouping(points.map { $0.representative }, by: color)

    var marks = zones(xs, ys)
    var legend = marks.map { LegendEntry($0.name ?? "", for: $0) }
    for index in marks.indices { marks[index].name = nil }
    if let line = LeastSquaresLine(x: xs, y: ys), let least = xs.min(), let greatest = xs.max() {
      let steps = (0...Self.lineSteps).map { least + (greatest - least) * Double($0) / Double(Self.lineSteps) }
      let band = steps.compactMap { x in
        line.interval(at: x).map { AreaPoint(x: x, low: $0.lowerBound, high: $0.upperBound) }
      }
      marks.append(Mark(.area(band), role: .fitRange))
      let fit = Mark(.line(steps.map { DataPoint(x: $0, y: line.value(at: $0)) }), role: .fit, lineStyle: .dashed)
      marks.append(fit)
      legend.append(LegendEntry("least squares, 95 %", for: fit))
    }
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
    let chart = Chart(
      xAxis: axis(of: x, values: points.flatMap(\.x.extent)),
      yAxis: axis(of: y, values: points.flatMap(\.y.extent)), marks: marks, legend: legend)
    return Figure(chart, of: models.map(\.id), findings: findings(xs, ys, models))
  }

  // MARK: Points

  /// A quantity of one model, or of several that are joined.
  private struct Value {
    var mean: Double
    /// The interval of a single value, or the spread of joined ones.
    var range: ClosedRange<Double>?
    var extent: [Double] { [mean] + (range.map { [$0.lowerBound, $0.upperBound] } ?? []) }
  }

  private struct Point {
    var x: Value
    var y: Value
    /// Place among the models.
    var subject: Int
    var representative: AnalysisRecord
    var point: DataPoint { DataPoint(x: x.mean, y: y.mean) }
  }

  private func points(of models: [AnalysisRecord]) -> [Point] {
    guard selection == .joinedSeeds else {
      return models.enumerated().compactMap { index, record in
        guard let x = value(of: x, record), let y = value(of: y, record) else { return nil }
        return Point(x: x, y: y, subject: index, representative: record)
      }
    }
    let settings = Dictionary(grouping: models.indices) { index in
      Setting(hyperparameters: models[index].dump.hyperparameters, layer: models[index].dump.layer)
    }
    return settings.values.sorted { $0[0] < $1[0] }.compactMap { members in
      guard let x = joined(x, members.map { models[$0] }), let y = joined(y, members.map { models[$0] }) else {
        return nil
      }
      return Point(x: x, y: y, subject: members[0], representative: models[members[0]])
    }
  }

  private struct Setting: Hashable {
    var hyperparameters: [String: HyperparameterValue]
    var layer: String?
  }

  private func value(of quantity: Quantity, _ record: AnalysisRecord) -> Value? {
    guard let value = quantity.value(of: record, in: selection) else { return nil }
    let interval = Measure(rawValue: quantity.name).flatMap { record.uncertainty?.measures[$0]?.interval }
    return Value(mean: value, range: interval)
  }

  private func joined(_ quantity: Quantity, _ records: [AnalysisRecord]) -> Value? {
    guard let group = GroupSummary(records.compactMap { quantity.value(of: $0) }) else { return nil }
    return Value(mean: group.mean, range: group.standardDeviation.map { group.mean - $0...group.mean + $0 })
  }

  private func axis(of quantity: Quantity, values: [Double]) -> Axis {
    let kind: Scale.Kind = Quantity.isLogarithmicByNature(values: values) ? .logarithmic : .linear
    return Axis(title: quantity.title, scale: Scale(kind, fitting: values, margin: 0.06))
  }

  // MARK: What they say

  /// The zone that the data show and the paper's, where the axes are about them.
  private func zones(_ xs: [Double], _ ys: [Double]) -> [Mark] {
    guard x.name == Measure.alpha.rawValue else { return [] }
    var marks = [
      Mark(.verticalRule(x: Self.priorAlpha), role: .reference, lineStyle: .dotted, name: "paper's prior α ≈ 1")
    ]
    let scores = y.isAccuracy ? ys : y == .meanRank ? ys.map { -$0 } : []
    if let zone = GoldilocksZone(keys: xs, scores: scores) {
      let band = Mark.Shape.xBand(from: zone.lowerBound ?? -.infinity, to: zone.upperBound ?? .infinity)
      marks.insert(Mark(band, role: .zone, lineStyle: .dashed, name: "better half"), at: 0)
    }
    return marks
  }
}
