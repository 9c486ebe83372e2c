import COpenBLAS

/// A real symmetric matrix of order n, of which one triangle is kept.
public struct SymmetricMatrix: Sendable {
  /// Number of rows and of columns.
  public let order: Int
  /// Row-major n × n storage; element (i, j) with i ≤ j stands at `i * order + j`, what lies below the diagonal is
  /// not used.
  var upperTriangle: [Double]

  /// Greatest order whose number of elements a 32-bit `lapack_int` can hold.
  public static let greatestOrder = 46_340

  /// The zero matrix. Throws `orderTooLarge`.
  init(order: Int) throws(LinearAlgebraError) {
    guard order <= Self.greatestOrder else { throw .orderTooLarge(order) }
    self.order = order
    self.upperTriangle = [Double](repeating: 0, count: order * order)
  }

  /// The matrix of order 0.
  static let empty = SymmetricMatrix(order: 0, upperTriangle: [])

  /// A matrix that takes over row-major storage of n × n elements.
  init(order: Int, upperTriangle: [Double]) {
    self.order = order
    self.upperTriangle = upperTriangle
  }

  /// A matrix from its rows, of which the upper triangle is read. Throws `orderTooLarge`.
  public init(rows: [[Double]]) throws(LinearAlgebraError) {
    try self.init(order: rows.count)
    for (i, row) in rows.enumerated() {
      precondition(row.count == order, "a matrix of order \(order) has no row of length \(row.count)")
      for j in i..<order { upperTriangle[i * order + j] = row[j] }
    }
  }

  /// The same with further rows and columns of zeros. Throws `orderTooLarge`.
  func enlarged(toOrder n: Int) throws(LinearAlgebraError) -> SymmetricMatrix {
    var result = try SymmetricMatrix(order: n)
    result.upperTriangle.withUnsafeMutableBufferPointer { target in
      upperTriangle.withUnsafeBufferPointer { source in
        for i in 0..<order {
          for j in i..<order { target[i * n + j] = source[i * order + j] }
        }
      }
    }
    return result
  }

  /// Element (i, j).
  public subscript(i: Int, j: Int) -> Double { upperTriangle[min(i, j) * order + max(i, j)] }

  /// Sum of the diagonal.
  public var trace: Double { (0..<order).reduce(0) { $0 + upperTriangle[$1 * order + $1] } }

  /// All n eigenvalues, descending, by LAPACK's divide and conquer (`dsyevd`). Consumes the matrix, whose storage
  /// LAPACK overwrites. Throws `eigenvaluesFailed`.
  public consuming func eigenvalues() throws(LinearAlgebraError) -> [Double] {
    guard order > 0 else { return [] }
    let n = Int32(order)
    var ascending = [Double](repeating: 0, count: order)
    // A row-major upper triangle is a column-major lower one, which spares LAPACKE its transposition.
    let status = LAPACKE_dsyevd(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "L")), n, &upperTriangle, n, &ascending)
    guard status == 0 else { throw .eigenvaluesFailed(status: Int(status)) }
    return ascending.reversed()
  }
}
