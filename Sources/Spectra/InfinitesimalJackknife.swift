import Glibc
public import LinearAlgebra

/// The replicate spectra of the delete-one-group jackknife to first order, from the eigenvectors of all rows and a second pass
/// over them: for features whose moments in groups do not fit into memory. Takes 32·D² bytes.
///
/// Without the n_g of N rows in group g, ln λₖ₍g₎ = ln λₖ + (n_g − Σ_{i∈g} zᵢₖ²/λₖ)/(N − n_g), zᵢₖ the projection of row i, less the
/// mean, on the eigenvector of rank k. The same holds about the origin, for RankMe.
///
/// Source: Jaeckel, *The infinitesimal jackknife*, 1972.
public struct InfinitesimalJackknife {
  private let spectrum: Eigenspectrum
  private var centred: ProjectionAccumulator
  private let uncentredEigenvalues: [Double]
  private let uncentredFloor: Double
  private var uncentred: ProjectionAccumulator

  /// No rows yet.
  ///
  /// - Parameters:
  ///   - moments: covariance of all rows.
  ///   - spectrum: of the same rows.
  ///   - unitRoundoff: u of the stored type.
  ///   - leastSpacing: s of the stored type.
  ///   - groups: of all rows that are going to be added.
  /// - Throws: `orderTooLargeForEigenvectors`, `eigenvaluesFailed`.
  public init(
    _ moments: SecondMoments, of spectrum: Eigenspectrum, unitRoundoff: Double, leastSpacing: Double = 0,
    groups: RowGroups
  ) throws(LinearAlgebraError) {
    let mean = moments.mean ?? []
    let exponent = moments.exponent
    let noise = Noise(
      of: moments, featureCount: mean.count, unitRoundoff: unitRoundoff, leastSpacing: leastSpacing,
      precision: spectrum.precision ?? .float64)
    self.spectrum = spectrum
    let directions = try moments.eigenvectors().vectors
    let origin = try moments.uncentredEigenvectors()
    centred = ProjectionAccumulator(
      groups, directions: directions, mean: mean, exponent: exponent)
    uncentredEigenvalues = origin.eigenvalues
    uncentredFloor = noise.floor(ofUncentred: origin.eigenvalues)
    uncentred = ProjectionAccumulator(
      groups, directions: origin.vectors, mean: mean.map { _ in 0 }, exponent: exponent)
  }

  /// Adds the rows of a block.
  public mutating func add(_ block: borrowing RowBlock) {
    centred.add(block)
    uncentred.add(block)
  }

  /// The spectra without each of the groups that have rows.
  public var spectra: [Eigenspectrum] {
    centred.counts.indices.filter { centred.counts[$0] > 0 }.map { group in
      let origin = zip(uncentredEigenvalues, uncentred.factors(without: group, of: uncentredEigenvalues)).map(*)
      return Eigenspectrum(
        scaling: spectrum, by: centred.factors(without: group, of: spectrum.eigenvalues),
        rankMe: Eigenspectrum.rankMe(uncentred: origin, above: uncentredFloor))
    }
  }

  /// Bytes that this takes at its peak; `Int.max` beyond `SymmetricMatrix.greatestOrderOfEigenvectors`.
  public static func byteCount(featureCount: Int) -> Int {
    guard featureCount <= SymmetricMatrix.greatestOrderOfEigenvectors else { return .max }
    let rows = 4 * RowBlock.recommendedRowCount(columnCount: featureCount)
    return MemoryLayout<Double>.size * featureCount * (4 * featureCount + rows)
  }
}

extension ProjectionAccumulator {
  /// By what each eigenvalue is multiplied, to first order, where the rows of a group are left out.
  fileprivate func factors(without group: Int, of eigenvalues: [Double]) -> [Double] {
    let count = Double(counts[group])
    let others = Double(counts.reduce(0, +)) - count
    let sums = sums[(group * directionCount)...].prefix(directionCount)
    return zip(eigenvalues, sums).map { eigenvalue, sum in
      eigenvalue > 0 && others > 0 ? exp((count - sum / eigenvalue) / others) : 1
    }
  }
}
