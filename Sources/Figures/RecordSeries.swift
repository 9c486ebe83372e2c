public import Analysis
import Charts

/// Records that one curve joins: the checkpoints of a run, the layers of a model.
public struct RecordSeries {
  public var title: String
  /// In the order of the curve.
  public var records: [AnalysisRecord]
  /// Whether it is one of those that are looked at; the others stay in the background.
  public var isFocused: Bool

  public init(title: String, records: [AnalysisRecord], isFocused: Bool) {
    self.title = title
    self.records = records
    self.isFocused = isFocused
  }

  /// A record and where it stands.
  typealias Measured = (point: DataPoint, record: AnalysisRecord)

  /// The intervals of a measure that has them, as a mark; none for other quantities.
  static func intervals(of measured: [Measured], _ quantity: Quantity, _ role: ChartRole) -> [Mark] {
    guard let measure = Measure(rawValue: quantity.name) else { return [] }
    let bars = measured.compactMap { item in
      (item.record.uncertainty?.measures[measure]?.interval).map { ErrorBar(point: item.point, yRange: $0) }
    }
    return bars.isEmpty ? [] : [Mark(.errorBars(bars), role: role)]
  }
}
