/// The numbers in which second moments are accumulated.
public enum AccumulationPrecision: String, Sendable, CaseIterable {
  /// Products and sums of a block in single precision, sums over blocks in double: faster, and good to 10⁻⁸ of the
  /// largest eigenvalue. The rows are shifted to near their mean in double first.
  case float32
  /// Everything in double precision.
  case float64
}
