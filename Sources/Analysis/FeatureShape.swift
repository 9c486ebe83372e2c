/// What a dump holds, as its header says: N × D values of one type.
public struct FeatureShape: Sendable, Hashable {
  /// N.
  public var sampleCount: Int
  /// D, the product of all axes but the first.
  public var featureCount: Int
  /// The stored type by numpy's name, such as `float16`.
  public var dataType: String

  public init(sampleCount: Int, featureCount: Int, dataType: String) {
    self.sampleCount = sampleCount
    self.featureCount = featureCount
    self.dataType = dataType
  }
}
