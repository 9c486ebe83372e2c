import Glibc

/// Independent standard normal numbers, the same on every machine for the same seed and stream but for the last digits of its
/// logarithms and cosines: SplitMix64, and pairs of its numbers by Box and Muller's transform.
///
/// Sources: Steele, Lea, Flood, *Fast splittable pseudorandom number generators*, 2014; Box, Muller, *A note on the generation of
/// random normal deviates*, 1958.
public struct NormalGenerator: Sendable {
  private static let increment: UInt64 = 0x9e37_79b9_7f4a_7c15
  private var state: UInt64
  /// The second of a pair.
  private var spare: Double?

  /// - Parameters:
  ///   - seed: any number.
  ///   - stream: which of the sequences of a seed: they begin at states that have nothing in common.
  public init(seed: UInt64, stream: UInt64 = 0) {
    state = Self.mixed(Self.mixed(seed &+ Self.increment) &+ stream &* Self.increment)
  }

  /// The next number of the sequence.
  public mutating func next() -> Double {
    if let spare {
      self.spare = nil
      return spare
    }
    // In (0, 1], as the logarithm needs it.
    let radius = (-2 * log(Double((bits() >> 11) + 1) * 0x1p-53)).squareRoot()
    let angle = 2 * Double.pi * (Double(bits() >> 11) * 0x1p-53)
    spare = radius * sin(angle)
    return radius * cos(angle)
  }

  private mutating func bits() -> UInt64 {
    state &+= Self.increment
    return Self.mixed(state)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
