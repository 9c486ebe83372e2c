public import LinearAlgebra

/// What a dump holds, as its header says: N × D values of one type.
public struct FeatureShape: Sendable, Hashable {
  /// N: samples, of which a token may be one.
  public var sampleCount: Int
  /// D: of two axes the second, else what `tokens` makes of the others.
  public var featureCount: Int
  /// The stored type by numpy's name, such as `float16`.
  public var dataType: String
  /// What was made of more than two axes; nil where there are two.
  public var tokens: TokenPooling?

  public init(sampleCount: Int, featureCount: Int, dataType: String, tokens: TokenPooling? = nil) {
    self.sampleCount = sampleCount
    self.featureCount = featureCount
    self.dataType = dataType
    self.tokens = tokens
  }
}
