import COpenBLAS

/// Adds YᵀY to a matrix, Y the shifted rows of a block, in either precision. Holds the storage for that.
enum BlockMultiplier: Sendable {
  case double(rows: [Double] = [])
  case single(rows: [Float] = [], products: [Float] = [])

  init(_ precision: AccumulationPrecision) {
    switch precision {
    case .float32: self = .single()
    case .float64: self = .double()
    }
  }

  var precision: AccumulationPrecision {
    switch self {
    case .double: .float64
    case .single: .float32
    }
  }

  /// Takes a block through `shifting` and adds its products to `sum`, whose unit follows the shifting's.
  mutating func add(_ block: borrowing RowBlock, to sum: inout SymmetricMatrix, through shifting: inout ShiftedRows) {
    let d = Int32(shifting.featureCount)
    switch consume self {
    case .double(var rows):
      let (count, factor) = shifting.take(block, into: &rows)
      sum.scale(by: factor)
      if count > 0, d > 0 {
        cblas_dsyrk(CblasRowMajor, CblasUpper, CblasTrans, d, Int32(count), 1, rows, d, 1, &sum.upperTriangle, d)
      }
      self = .double(rows: rows)
    case .single(var rows, var products):
      let (count, factor) = shifting.take(block, into: &rows)
      sum.scale(by: factor)
      if count > 0, d > 0 {
        if products.isEmpty { products = [Float](repeating: 0, count: sum.order * sum.order) }
        cblas_ssyrk(CblasRowMajor, CblasUpper, CblasTrans, d, Int32(count), 1, rows, d, 0, &products, d)
        sum.add(products)
      }
      self = .single(rows: rows, products: products)
    }
  }
}
