/// Scalars that say over how many directions the variance of features is spread. Eigenvalues below the noise floor
/// count as 0.
public struct RankMeasures: Sendable, Equatable {
  /// exp(−Σ pₖ ln pₖ), pₖ = σₖ/Σσ + 10⁻⁷, σ the singular values of the features, not centred (Garrido et al. 2023). Nil
  /// where the eigenvalues came without features.
  public let rankMe: Double?
  /// exp(−Σ pₖ ln pₖ) with pₖ = λₖ/Σλ (Roy & Vetterli 2007).
  public let effectiveRank: Double
  /// (Σλ)² / Σλ² (Gao et al. 2017).
  public let participationRatio: Double
  /// Σλ / λ₁ of the centred features (Rudelson & Vershynin 2007; equals NESum of He & Ozay 2022).
  public let stableRank: Double
  /// λ₁ / λ at the resolvable rank: the largest over the smallest that counts.
  public let conditionNumber: Double

  /// Nil for a preview, and for a spectrum without positive resolved eigenvalues. Negative values of a given spectrum
  /// count as 0.
  public init?(_ spectrum: Eigenspectrum) {
    let positive = spectrum.counted
    guard let largest = positive.max(), let smallest = positive.min() else { return nil }
    // Relative to the largest, no square can leave the range of a double.
    let relative = positive.map { $0 / largest }
    guard let entropy = relative.exponentialEntropy() else { return nil }
    let sum = relative.reduce(0, +)
    rankMe = spectrum.rankMe
    effectiveRank = entropy
    participationRatio = sum * sum / relative.reduce(0) { $0 + $1 * $1 }
    stableRank = sum
    conditionNumber = largest / smallest
  }
}
