import Glibc

/// The regularised incomplete beta function Iₓ(a, b), for a, b > 0.
///
/// Source: the continued fraction of NIST's *Digital Library of Mathematical Functions*, 8.17.22, from the end on which it
/// converges fast. Small results are as precise as large ones.
///
/// - Parameters:
///   - x: 0…1.
///   - complement: 1 − x, which may be known better than by subtraction.
public func regularizedIncompleteBeta(_ x: Double, complement: Double, a: Double, b: Double) -> Double {
  guard x > 0 else { return 0 }
  guard complement > 0 else { return 1 }
  guard x <= (a + 1) / (a + b + 2) else {
    return 1 - regularizedIncompleteBeta(complement, complement: x, a: b, b: a)
  }
  let logarithm = lgamma(a + b).0 - lgamma(a).0 - lgamma(b).0 + a * log(x) + b * log(complement)
  return exp(logarithm) / a * continuedFraction(x, a: a, b: b)
}

/// 1/(1 + d₁/(1 + d₂/(1 + …))) by Lentz's method, as modified by Thompson and Barnett.
private func continuedFraction(_ x: Double, a: Double, b: Double) -> Double {
  // Takes the place of a zero that would be divided by.
  let tiny = 1e-300
  func nonzero(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }

  var numerator = 1.0
  var denominator = 1 / nonzero(1 - (a + b) * x / (a + 1))
  var value = denominator
  // Some √max(a, b) steps are enough; the bound only makes an end certain.
  for step in 1...100_000 {
    let m = Double(step)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    denominator = 1 / nonzero(1 + even * denominator)
    numerator = nonzero(1 + even / numerator)
    value *= denominator * numerator
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    denominator = 1 / nonzero(1 + odd * denominator)
    numerator = nonzero(1 + odd / numerator)
    value *= denominator * numerator
    if abs(denominator * numerator - 1) <= .ulpOfOne { break }
  }
  return value
}
