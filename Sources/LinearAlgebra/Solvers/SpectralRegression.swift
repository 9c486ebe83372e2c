import COpenBLAS

/// Linear regression by spectral filters: w = f(Σ̂) Xᵀy/n for any function f of Σ̂ = XᵀX/n, all from one eigendecomposition of
/// the smaller of XᵀX/n and XXᵀ/n. Rows are taken as they are, not centred.
///
/// Source: Lo Gerfo, Rosasco, Odone, De Vito, Verri, *Spectral algorithms for supervised learning*, 2008.
public struct SpectralRegression: Sendable {
  /// The min(n, D) greatest eigenvalues of Σ̂, descending. Those that the arithmetic does not tell from 0, at or below
  /// min(n, D)·2⁻⁵²·λ₁, are 0.
  public let eigenvalues: [Double]
  /// Row k is the eigenvector of `eigenvalues[k]`, of Σ̂ or of XXᵀ/n.
  private let vectors: [Double]
  /// What the targets come to along each eigenvector.
  private let coefficients: [Double]
  private let rows: RowBlock
  private let isGram: Bool

  /// - Parameters:
  ///   - rows: X, n × D, at least one of each.
  ///   - targets: y, n numbers.
  /// - Throws: `orderTooLargeForEigenvectors`, `tooManyFeatures`, `eigenvaluesFailed`.
  public init(_ rows: consuming RowBlock, targets: [Double]) throws(LinearAlgebraError) {
    precondition(targets.count == rows.rowCount, "\(targets.count) targets of \(rows.rowCount) rows")
    guard let n = Int32(exactly: rows.rowCount), let d = Int32(exactly: rows.columnCount) else {
      throw .tooManyFeatures(max(rows.rowCount, rows.columnCount))
    }
    isGram = n < d
    let order = min(n, d)
    try SymmetricMatrix.requireEigenvectors(ofOrder: Int(order))
    var matrix = try SymmetricMatrix(order: Int(order))
    let scale = 1 / Double(n)
    cblas_dsyrk(
      CblasRowMajor, CblasUpper, isGram ? CblasNoTrans : CblasTrans, order, max(n, d), scale, rows.values, d, 0,
      &matrix.upperTriangle, order)
    let found = try matrix.eigenvectors()
    let floor = Double(order) * 0x1p-52 * (found.eigenvalues.first ?? 0)
    eigenvalues = found.eigenvalues.map { $0 > floor ? $0 : 0 }
    vectors = found.vectors

    var source = targets
    if !isGram {
      source = [Double](repeating: 0, count: Int(d))
      cblas_dgemv(CblasRowMajor, CblasTrans, n, d, 1, rows.values, d, targets, 1, 0, &source, 1)
    }
    var coefficients = [Double](repeating: 0, count: Int(order))
    cblas_dgemv(CblasRowMajor, CblasNoTrans, order, order, scale, vectors, order, source, 1, 0, &coefficients, 1)
    self.coefficients = coefficients
    self.rows = rows
  }

  /// w, D numbers.
  ///
  /// - Parameter filter: f of an eigenvalue. f(s) = 1/s, and f(0) = 0, is the minimum-norm least-squares solution.
  public func weights(_ filter: (Double) -> Double) -> [Double] {
    let order = Int32(eigenvalues.count)
    let filtered = zip(eigenvalues, coefficients).map { filter($0) * $1 }
    var combination = [Double](repeating: 0, count: eigenvalues.count)
    cblas_dgemv(CblasRowMajor, CblasTrans, order, order, 1, vectors, order, filtered, 1, 0, &combination, 1)
    guard isGram else { return combination }
    let d = Int32(rows.columnCount)
    var weights = [Double](repeating: 0, count: rows.columnCount)
    cblas_dgemv(CblasRowMajor, CblasTrans, order, d, 1, rows.values, d, combination, 1, 0, &weights, 1)
    return weights
  }
}
