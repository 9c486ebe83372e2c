import Analysis
import Charts

/// A quantity of records along a curve: what was measured, whoever looks at it.
struct MeasuredCurve: Sendable, Equatable {
  /// In the order of the curve.
  let points: [DataPoint]
  /// What each point was measured on.
  let dumps: [Dump.ID]
  /// The intervals of a measure that has them.
  let intervals: [ErrorBar]

  /// Nil where it would be a single point.
  ///
  /// - Parameter measured: where the records stand that have the quantity.
  init?(_ measured: [(point: DataPoint, record: AnalysisRecord)], of quantity: Quantity) {
    guard measured.count > 1 else { return nil }
    let measure = Measure(rawValue: quantity.name)
    points = measured.map(\.point)
    dumps = measured.map(\.record.id)
    intervals = measured.compactMap { point, record in
      measure.flatMap { record.uncertainty?.measures[$0]?.interval }.map { ErrorBar(point: point, yRange: $0) }
    }
  }
}
