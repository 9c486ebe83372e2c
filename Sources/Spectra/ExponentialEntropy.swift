import Glibc

extension [Double] {
  /// exp(−Σ pₖ ln pₖ) with pₖ = valueₖ/Σ + `offset`: over how many of these values, none negative, their sum is spread. Nil
  /// where the sum is not positive.
  func exponentialEntropy(offset: Double = 0) -> Double? {
    let sum = reduce(0, +)
    guard sum > 0 else { return nil }
    return exp(
      -reduce(0) { entropy, value in
        let p = value / sum + offset
        return p > 0 ? entropy + p * log(p) : entropy
      })
  }
}
