import Glibc

public import LinearAlgebra

/// Rank of a linear discriminant analysis whose classes are objects seen in several views: exp entropy of
/// p = λ/Σλ + 10⁻⁸, λ the eigenvalues of Σ_w^(−1/2) Σ_b Σ_w^(−1/2). Between the n objects
/// Σ_b = Σ (μᵢ − μ)(μᵢ − μ)ᵀ/(n − 1), within them, over q views, Σ_w = ΣΣ (xᵢⱼ − μᵢ)(xᵢⱼ − μᵢ)ᵀ/(n(q − 1)) + δI.
///
/// δ is in units of the features squared, so the measure depends on their scale.
///
/// Source: Thilak et al., *LiDAR: sensing linear probing performance in joint embedding SSL architectures*, 2024.
public struct LiDAR: Sendable {
  private let viewCount: Int
  private let featureCount: Int
  private let ridge: Double
  /// Of the objects' means.
  private var between: MomentsAccumulator
  /// Of the views about their object's mean.
  private var within: MomentsAccumulator
  private var means: RowBlock
  private var residuals: RowBlock
  /// Objects left out because a view holds a NaN or an infinity.
  public private(set) var nonFiniteObjectCount = 0

  /// No objects yet. Throws `orderTooLarge`.
  ///
  /// - Parameters:
  ///   - viewCount: q of every object.
  ///   - featureCount: D of every view.
  ///   - ridge: δ.
  public init(viewCount: Int, featureCount: Int, ridge: Double = 1e-4) throws(LinearAlgebraError) {
    self.viewCount = viewCount
    self.featureCount = featureCount
    self.ridge = ridge
    between = try MomentsAccumulator(featureCount: featureCount)
    within = try MomentsAccumulator(featureCount: featureCount)
    means = RowBlock(capacity: 0, columnCount: featureCount)
    residuals = means
  }

  /// Adds objects, of which every row of the block holds one: its q views of D features, one after another.
  public mutating func add(_ objects: borrowing RowBlock) {
    precondition(objects.columnCount == viewCount * featureCount, "objects of another shape")
    if means.capacity < objects.rowCount {
      means = RowBlock(capacity: objects.rowCount, columnCount: featureCount)
      residuals = RowBlock(capacity: objects.rowCount * viewCount, columnCount: featureCount)
    }
    let q = viewCount
    let d = featureCount
    var count = 0
    objects.values.withUnsafeBufferPointer { values in
      means.values.withUnsafeMutableBufferPointer { means in
        residuals.values.withUnsafeMutableBufferPointer { residuals in
          for i in 0..<objects.rowCount {
            let views = UnsafeBufferPointer(rebasing: values[i * q * d..<(i + 1) * q * d])
            guard views.allSatisfy(\.isFinite) else { continue }
            let mean = UnsafeMutableBufferPointer(rebasing: means[count * d..<(count + 1) * d])
            let residual = UnsafeMutableBufferPointer(rebasing: residuals[count * q * d..<(count + 1) * q * d])
            for k in 0..<d {
              var sum = 0.0
              for j in 0..<q { sum += views[j * d + k] }
              mean[k] = sum / Double(q)
              for j in 0..<q { residual[j * d + k] = views[j * d + k] - mean[k] }
            }
            count += 1
          }
        }
      }
    }
    nonFiniteObjectCount += objects.rowCount - count
    means.setRowCount(count)
    residuals.setRowCount(count * q)
    between.add(means)
    within.add(residuals)
  }

  /// The measure of all objects added; nil for fewer than two objects or two views, and where no object differs from
  /// another.
  ///
  /// - Throws: `eigenvaluesFailed` where Σ_w is not positive definite, as δ is lost beside large features.
  public consuming func value() throws(LinearAlgebraError) -> Double? {
    guard between.sampleCount > 1, viewCount > 1 else { return nil }
    return try ratios().map { max(0, $0) }.exponentialEntropy(offset: 1e-8)
  }

  /// λ but for a constant factor, which their sum takes away again.
  private consuming func ratios() throws(LinearAlgebraError) -> [Double] {
    let scatter = within.covariance()
    // The covariance divides by n·q, Σ_w by n(q − 1); its unit is 2^exponent.
    let correction = Double(viewCount) / Double(viewCount - 1)
    let delta = ridge / correction * exp2(Double(-scatter.exponent))
    var regularized = scatter.matrix
    regularized.add(toDiagonal: delta)
    return try between.covariance().matrix.generalizedEigenvalues(relativeTo: regularized)
  }
}
