public import LinearAlgebra

/// N rows of D features that can be gone through any number of times: a probe reads them again rather than hold them.
public protocol FeatureRows: AnyObject {
  /// N.
  var rowCount: Int { get }
  /// D.
  var featureCount: Int { get }
  /// Hands out all rows from the first to the last, a block at a time. Stops at the first error of `body`, and throws
  /// it.
  func forEachBlock(_ body: (borrowing RowBlock) throws -> Void) throws
}
