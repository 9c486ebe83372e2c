public import Analysis
import Charts

/// A quantity over the training of one run, or of one layer of it.
public struct TrainingCurve: Sendable, Equatable {
  /// What training is counted by.
  public enum Moment: Sendable, Equatable {
    case epoch, step

    /// Epochs where all checkpoints have one.
    public init(of records: some Sequence<AnalysisRecord>) {
      self = records.allSatisfy { $0.dump.checkpoint?.epoch != nil } ? .epoch : .step
    }
  }

  let curve: MeasuredCurve

  /// - Parameter records: the checkpoints in the order of training. Those without the quantity or the moment are passed over; nil where
  ///   fewer than two are left.
  public init?(_ records: some Sequence<AnalysisRecord>, quantity: Quantity, moment: Moment) {
    let measured = records.compactMap { record -> (point: DataPoint, record: AnalysisRecord)? in
      let checkpoint = record.dump.checkpoint
      guard let place = moment == .epoch ? checkpoint?.epoch : checkpoint?.step,
        let value = quantity.value(of: record, in: .allCheckpoints)
      else { return nil }
      return (DataPoint(x: Double(place), y: value), record)
    }
    guard let curve = MeasuredCurve(measured, of: quantity) else { return nil }
    self.curve = curve
  }
}
