public import Figures

/// What came of comparing the two views of a dump's samples.
public enum ViewComparison: Sendable, Equatable {
  /// Their cross-correlation matrix.
  case matrix(Figure)
  /// Why there is none.
  case absent(String)
}
