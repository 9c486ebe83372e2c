import Glibc
public import LinearAlgebra

/// The loss of Barlow Twins on two views of the same samples: how far their cross-correlation matrix C is from the identity.
///
/// L = Σᵢ (1 − Cᵢᵢ)² + λ Σ_{i≠j} Cᵢⱼ², the invariance and the redundancy.
///
/// Source: Zbontar, Jing, Misra, LeCun, Deny, *Barlow Twins: self-supervised learning via redundancy reduction*, 2021.
public struct BarlowTwinsLoss: Sendable, Equatable {
  /// How C is normalised; the three differ in the published equation and in two published programs.
  public enum Variant: String, Sendable, Hashable, CaseIterable {
    /// Cᵢⱼ = Σ aᵢbⱼ / √(Σaᵢ² Σbⱼ²), both views centred: equation 2 of the paper. 0 where a feature is constant.
    case formula
    /// Cᵢⱼ = (1/N) Σ aᵢbⱼ / √((var aᵢ + 10⁻⁵)(var bⱼ + 10⁻⁵)), variances with 1/N: the authors' program, which normalises by
    /// batch normalisation.
    case batchnorm
    /// Cᵢⱼ = (1/N) Σ (aᵢ − mᵢ)(bⱼ − mⱼ) / (sᵢsⱼ), mean m and standard deviation s of both views' 2N rows together, s² with
    /// 1/(2N − 1): fastssl's `BarlowTwinLoss`. 0 where a feature is constant in both.
    case fastssl
  }

  /// How C is normalised here.
  public let variant: Variant
  /// C, row-major d × d: a row for each feature of the first view.
  public let crossCorrelation: [Double]
  /// d.
  public let featureCount: Int
  /// N, pairs of rows that entered.
  public let sampleCount: Int
  /// Σᵢ (1 − Cᵢᵢ)².
  public let invariance: Double
  /// Σ_{i≠j} Cᵢⱼ².
  public let redundancy: Double

  /// L for a weight λ of the redundancy.
  public func loss(lambda: Double) -> Double { invariance + lambda * redundancy }

  /// ln(L)/d, what the α-ReQ paper compares over (d, λ).
  public func logarithmPerFeature(lambda: Double) -> Double { log(loss(lambda: lambda)) / Double(featureCount) }

  /// The products' storage becomes that of C.
  public init(_ moments: consuming CrossMoments, variant: Variant = .formula) {
    let scaling = ViewScaling(moments, variant: variant)
    let first = scaling.first
    let second = scaling.second
    var correlation = moments.takeProducts()
    let d = first.factors.count
    var invariance = 0.0
    var redundancy = 0.0
    correlation.withUnsafeMutableBufferPointer { c in
      second.factors.withUnsafeBufferPointer { factors in
        second.offsets.withUnsafeBufferPointer { offsets in
          for i in 0..<d {
            let (factor, offset) = (first.factors[i], first.offsets[i])
            var squares = 0.0
            for j in 0..<d {
              let value = c[i * d + j] * factor * factors[j] + offset * offsets[j]
              c[i * d + j] = value
              if i != j { squares += value * value }
            }
            redundancy += squares
            invariance += (1 - c[i * d + i]) * (1 - c[i * d + i])
          }
        }
      }
    }
    self.variant = variant
    crossCorrelation = correlation
    featureCount = d
    sampleCount = moments.sampleCount
    self.invariance = invariance
    self.redundancy = redundancy
  }
}
