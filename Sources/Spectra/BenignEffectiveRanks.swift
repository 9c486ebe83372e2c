/// The two effective ranks of what is left of a covariance beyond its first k directions, k = 0 … resolvable rank − 1:
/// r_k = Σ_{i>k} λᵢ / λ_{k+1} and R_k = (Σ_{i>k} λᵢ)² / Σ_{i>k} λᵢ². Least squares on n labels that interpolates them
/// overfits benignly where r_k ≥ b·n for some k far below n and a constant b.
///
/// Source: Bartlett, Long, Lugosi, Tsigler, *Benign overfitting in linear regression*, 2020.
public struct BenignEffectiveRanks: Sendable, Equatable {
  /// r_k at index k: stable ranks of the tails. The first is `RankMeasures.stableRank`.
  public let stableRanks: [Double]
  /// R_k at index k: participation ratios of the tails. The first is `RankMeasures.participationRatio`.
  public let participationRatios: [Double]

  /// Nil where `RankMeasures` is.
  public init?(_ spectrum: Eigenspectrum) {
    let eigenvalues = spectrum.counted
    guard !eigenvalues.isEmpty else { return nil }
    var stableRanks = [Double](repeating: 1, count: eigenvalues.count)
    var participationRatios = stableRanks
    // From the smallest up, so that no small term meets a large sum; both sums relative to the first term of the tail.
    var sum = 1.0
    var squares = 1.0
    for k in eigenvalues.indices.dropLast().reversed() {
      let ratio = eigenvalues[k + 1] / eigenvalues[k]
      sum = 1 + sum * ratio
      squares = 1 + squares * ratio * ratio
      stableRanks[k] = sum
      participationRatios[k] = sum * sum / squares
    }
    self.stableRanks = stableRanks
    self.participationRatios = participationRatios
  }

  /// k*, the least k with r_k ≥ b·n; nil where there is none. The risk that noise in the labels adds is of the order of
  /// k*/n + n/R_{k*} (their theorem 1).
  ///
  /// - Parameters:
  ///   - labelCount: n.
  ///   - constant: b, of which the theorem says no more than that it exists.
  public func splittingRank(labelCount: Int, constant: Double = 1) -> Int? {
    stableRanks.firstIndex { $0 >= constant * Double(labelCount) }
  }
}
