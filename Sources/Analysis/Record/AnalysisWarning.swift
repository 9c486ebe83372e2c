/// Something about a result that its reader has to know.
public struct AnalysisWarning: Sendable, Hashable {
  /// For programs; never changes once released.
  public enum Code: String, Sendable, CaseIterable {
    /// The spectrum resolves fewer ranks than the fit range asks for.
    case fitRangeReduced
    /// Too few resolved ranks for a fit.
    case noAlpha
    /// Rows with NaN or infinity were left out.
    case nonFiniteRows
    /// All features are constant.
    case noVariance
    /// A given spectrum holds values that are no variance.
    case nonPositiveEigenvalues
    /// A metric is the run's last value, because the log has none for this checkpoint.
    case metricOfLaterCheckpoint
    /// A result is too large or too small for a double and is null.
    case notRepresentable
    /// A measure that was asked for could not be computed.
    case noMeasure
    /// The acceptance rule turned the fit over the range that was asked for down, and took another.
    case fitReplaced
    /// The acceptance rule accepts no range.
    case fitRejected
    /// Hardly more than one direction is left: what the alert of the dashboard says.
    case collapsed
    /// N is too small for the fitted ranks, or for the variance beyond them.
    case fewSamples
    /// Rows are tokens of fewer images, which are not independent.
    case dependentRows
    /// α has no interval, though uncertainty was asked for.
    case noInterval
    /// Numbers from the first eigenvalues, to be replaced.
    case preview
    /// Not all rows that the header promises have been written.
    case incomplete
    /// Dumps differ in what α depends on.
    case notComparable
  }

  public var code: Code
  /// For people.
  public var message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
