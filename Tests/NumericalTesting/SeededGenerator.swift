import Glibc

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine for the same seed.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A standard normal number (Box and Muller).
  public mutating func normal() -> Double {
    let radius = (-2 * log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &self))).squareRoot()
    return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &self))
  }

  /// `count` rows of `features` normal numbers whose variances decay as rank^(−decay), all offset by `mean`.
  public mutating func powerLawRows(_ count: Int, features: Int, decay: Double = 1, mean: Double = 0) -> [[Double]] {
    (0..<count).map { _ in
      (1...max(1, features)).prefix(features).map { mean + pow(Double($0), -decay / 2) * normal() }
    }
  }
}
