public import Analysis
import Charts

/// A quantity over training, a curve for each run.
public struct TimelineFigure {
  /// One curve.
  public struct Run {
    public var title: String
    public var curve: TrainingCurve
    /// Whether it is one of those that are looked at; the others stay in the background.
    public var isFocused: Bool

    public init(title: String, curve: TrainingCurve, isFocused: Bool) {
      self.title = title
      self.curve = curve
      self.isFocused = isFocused
    }
  }

  /// The runs and layers that have the quantity at two moments; those that are looked at first.
  public var runs: [Run]
  public var quantity: Quantity
  public var moment: TrainingCurve.Moment
  /// What has no place on the axis.
  public var unplaced: UnplacedDumps
  /// How much of the value before remains, 0 for the values as they are; those are always there too.
  public var smoothing: Double

  public init(
    _ runs: [Run], quantity: Quantity, moment: TrainingCurve.Moment, unplaced: UnplacedDumps = UnplacedDumps(),
    smoothing: Double = 0
  ) {
    self.runs = runs
    self.quantity = quantity
    self.moment = moment
    self.unplaced = unplaced
    self.smoothing = smoothing
  }

  /// The same of the checkpoints of each run and layer, in the order of training.
  public init(_ series: [RecordSeries], quantity: Quantity, smoothing: Double = 0) {
    let moment = TrainingCurve.Moment(of: series.lazy.map(\.records))
    let unplaced = UnplacedDumps(series.map { ($0.title, $0.records) }, moment: moment)
    let runs = series.compactMap { series in
      TrainingCurve(series.records, quantity: quantity, moment: moment).map {
        Run(title: series.title, curve: $0, isFocused: series.isFocused)
      }
    }
    self.init(runs, quantity: quantity, moment: moment, unplaced: unplaced, smoothing: smoothing)
  }

  /// nil without runs.
  public var figure: Figure? {
    var curves = RecordCurves(of: quantity)
    for run in runs {
      let curve = run.curve.curve
      curves.add(
        curve, title: run.title, isFocused: run.isFocused,
        smoothed: run.isFocused && smoothing > 0 ? smoothed(curve.points) : nil)
    }
    return curves.figure(
      xTitle: moment == .epoch ? "epoch" : "step",
      notes: smoothing > 0 ? ["smoothed, the values themselves dotted"] : [], findings: unplaced.findings)
  }

  /// The exponential moving average, which begins at the first value.
  private func smoothed(_ points: [DataPoint]) -> [DataPoint] {
    var average: Double?
    return points.map { point in
      let value = average.map { smoothing * $0 + (1 - smoothing) * point.y } ?? point.y
      if value.isFinite { average = value }
      return DataPoint(x: point.x, y: value)
    }
  }
}
