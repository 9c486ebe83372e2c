public import Analysis

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
}
