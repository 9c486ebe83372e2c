/// The compact form: one triangle of the matrix, and what else rows can be appended to. No checksum.
extension GrowingMoments {
  private static let magic = Int(bigEndian: 0x6569_6765_6e4d_0002)  // "eigenM", version 2

  /// Nil where something is missing, or `needsRestart` holds. About 4·min(N, D)² bytes.
  public func encoded() -> [UInt8]? {
    guard missing == .nothing, !needsRestart else { return nil }
    var encoder = BinaryEncoder()
    encoder.encode(Self.magic)
    encoder.encode(rowCount)
    encoder.encode(featureCount)
    switch moments {
    case .covariance(let moments):
      encoder.encode(0)
      moments.encode(to: &encoder)
    case .gram(let gram):
      encoder.encode(1)
      gram.encode(to: &encoder)
    }
    return encoder.bytes
  }

  /// Moments from bytes that may be anything: what does not fit together is refused, and no more memory is taken than
  /// some three times as many bytes. Numbers are taken as they are.
  public init(decoding bytes: [UInt8]) throws(MomentsDecodingError) {
    var decoder = BinaryDecoder(bytes)
    _ = try decoder.decode("the magic number", in: Self.magic...Self.magic)
    // Beyond what any file holds, but their sum fits.
    let rowCount = try decoder.decode("the number of rows", in: 0...(1 << 60))
    let featureCount = try decoder.decode("the number of features", in: 0...Int(Int32.max))
    let moments: FeatureMoments
    switch try decoder.decode("the route", in: 0...1) {
    case 0:
      moments = .covariance(
        try MomentsAccumulator(rowCount: rowCount, featureCount: featureCount, decoding: &decoder))
    default: moments = .gram(try GramAccumulator(rowCount: rowCount, featureCount: featureCount, decoding: &decoder))
    }
    try decoder.expectEnd()
    self.init(complete: moments, rowCount: rowCount, featureCount: featureCount)
  }
}

extension MomentsAccumulator {
  fileprivate func encode(to encoder: inout BinaryEncoder) {
    encoder.encode(precision == .float32 ? 1 : 0)
    encoder.encode(rows.count)
    encoder.encode(rows.scaling.exponent)
    encoder.encode(rows.shift)
    encoder.encode(rows.sum)
    encoder.encode(products)
  }

  fileprivate init(
    rowCount: Int, featureCount: Int, decoding decoder: inout BinaryDecoder
  ) throws(MomentsDecodingError) {
    guard featureCount <= SymmetricMatrix.greatestOrder else { throw decoder.error("\(featureCount) features") }
    let isSingle = try decoder.decode("the precision", in: 0...1) == 1
    let count = try decoder.decode("the number of usable rows", in: 0...rowCount)
    let exponent = try decoder.decode("the exponent", in: RowScaling.exponents)
    let range = isSingle ? RowScaling.squaresOfFloats : RowScaling.squaresOfDoubles
    let rows = ShiftedRows(
      count: count, nonFiniteCount: rowCount - count, scaling: RowScaling(exponent: exponent, range: range),
      shift: try decoder.decodeNumbers(featureCount), sum: try decoder.decodeNumbers(featureCount))
    self.init(
      rows: rows, products: try decoder.decodeMatrix(order: featureCount), precision: isSingle ? .float32 : .float64)
  }
}

extension GramAccumulator {
  fileprivate func encode(to encoder: inout BinaryEncoder) {
    let unusable = isFinite.indices.filter { !isFinite[$0] }
    encoder.encode(unusable.count)
    for row in unusable { encoder.encode(row) }
    // Without a unit, there has been nothing but zeros.
    encoder.encode(scaling == nil ? 0 : 1)
    encoder.encode(scaling?.exponent ?? 0)
    encoder.encode(squaredNormOfShift)
    encoder.encode(centre)
    encoder.encode(squares)
    encoder.encode(squaresAreUsable ? 1 : 0)
    encoder.encode(projections)
    encoder.encode(products)
  }

  fileprivate init(
    rowCount: Int, featureCount: Int, decoding decoder: inout BinaryDecoder
  ) throws(MomentsDecodingError) {
    guard rowCount < featureCount, rowCount <= SymmetricMatrix.greatestOrder else {
      throw decoder.error("\(rowCount) rows of a Gram matrix")
    }
    let unusableCount = try decoder.decode("the number of unusable rows", in: 0...rowCount)
    var isFinite = [Bool](repeating: true, count: rowCount)
    for _ in 0..<unusableCount {
      isFinite[try decoder.decode("an unusable row", in: 0...max(0, rowCount - 1))] = false
    }
    let hasUnit = try decoder.decode("whether there is a unit", in: 0...1) == 1
    let exponent = try decoder.decode("the exponent", in: RowScaling.exponents)
    let squaredNormOfShift = try decoder.decodeNumbers(1).reduce(0, +)
    let centre = try decoder.decodeNumbers(featureCount)
    let squares = try decoder.decodeNumbers(featureCount)
    let squaresAreUsable = try decoder.decode("whether squares are usable", in: 0...1) == 1
    let projections = try decoder.decodeNumbers(rowCount)
    self.init(
      products: try decoder.decodeMatrix(order: rowCount), projections: projections, centre: centre, squares: squares,
      squaresAreUsable: squaresAreUsable,
      squaredNormOfShift: squaredNormOfShift, isFinite: isFinite,
      scaling: hasUnit ? RowScaling(exponent: exponent, range: RowScaling.squaresOfDoubles) : nil)
  }
}
