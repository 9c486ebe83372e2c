public import Analysis
import Charts

/// A quantity over training, a curve for each run.
public struct TimelineFigure {
  /// The checkpoints of each run and layer, in the order of training; those that are looked at first.
  public var runs: [RecordSeries]
  public var quantity: Quantity
  /// How much of the value before remains, 0 for the values as they are; those are always there too.
  public var smoothing: Double

  public init(_ runs: [RecordSeries], quantity: Quantity, smoothing: Double = 0) {
    self.runs = runs
    self.quantity = quantity
    self.smoothing = smoothing
  }

  /// nil where no run has the quantity at two moments.
  public var figure: Figure? {
    let hasEpochs = runs.allSatisfy { $0.records.allSatisfy { $0.dump.checkpoint?.epoch != nil } }
    var curves = RecordCurves(of: quantity)
    for run in runs {
      let measured = run.records.compactMap { record -> RecordSeries.Measured? in
        guard let moment = hasEpochs ? record.dump.checkpoint?.epoch : record.dump.checkpoint?.step,
          let value = record.quantity(named: quantity.name, of: .allCheckpoints)
        else { return nil }
        return (DataPoint(x: Double(moment), y: value), record)
      }
      curves.add(run, measured, smoothed: smoothing > 0 ? smoothed(measured.map(\.point)) : nil)
    }
    return curves.figure(
      xTitle: hasEpochs ? "epoch" : "step", notes: smoothing > 0 ? ["smoothed, the values themselves dotted"] : [])
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
