public import Analysis
import Charts

/// A quantity over the training of one run, or of one layer of it.
public struct TrainingCurve: Sendable, Equatable {
  /// What training is counted by.
  public enum Moment: Sendable, Equatable {
    case epoch, step

    /// Epochs, unless more of these runs and layers can be drawn over steps. One that has neither counts for nothing.
    ///
    /// - Parameter series: the checkpoints of each run and layer.
    public init(of series: some Sequence<[AnalysisRecord]>) {
      var (epochs, steps) = (0, 0)
      for records in series {
        if Moment.epoch.isTold(of: records) { epochs += 1 }
        if Moment.step.isTold(of: records) { steps += 1 }
      }
      self = steps > epochs ? .step : .epoch
    }

    /// Of a dump; nil where its path does not say it.
    func place(of record: AnalysisRecord) -> Int? {
      self == .epoch ? record.dump.checkpoint?.epoch : record.dump.checkpoint?.step
    }

    /// Whether a curve could be drawn over it.
    func isTold(of records: [AnalysisRecord]) -> Bool {
      records.lazy.filter { place(of: $0) != nil }.prefix(2).count == 2
    }
  }

  let curve: MeasuredCurve

  /// - Parameter records: the checkpoints in the order of training. Those without the quantity or the moment are passed over; nil where
  ///   fewer than two are left.
  public init?(_ records: some Sequence<AnalysisRecord>, quantity: Quantity, moment: Moment) {
    let measured = records.compactMap { record -> (point: DataPoint, record: AnalysisRecord)? in
      guard let place = moment.place(of: record), let value = quantity.value(of: record, in: .allCheckpoints) else {
        return nil
      }
      return (DataPoint(x: Double(place), y: value), record)
    }
    guard let curve = MeasuredCurve(measured, of: quantity) else { return nil }
    self.curve = curve
  }
}
