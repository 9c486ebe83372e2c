import Glibc

/// How the values of one axis become positions: a kind and a domain that this kind can show.
public struct Scale: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case linear
    case logarithmic
  }

  public let kind: Kind
  /// The value at position 0; finite, and positive on a logarithmic scale.
  public let lower: Double
  /// The value at position 1; finite and greater than `lower`.
  public let upper: Double

  /// A scale over the values between two bounds, in either order. Bounds that cannot be shown are replaced, never
  /// trapped on: NaN and infinities by the default domain (0…1, or 1…10), a lower bound ≤ 0 on a logarithmic scale by
  /// a thousandth of the upper one, and two equal bounds are moved apart.
  public init(_ kind: Kind, from first: Double, to second: Double) {
    let (lower, upper) = Self.domain(kind, min(first, second), max(first, second))
    self.kind = kind
    self.lower = lower
    self.upper = upper
  }

  /// A scale over all values that its kind can show, with a margin on both sides given as a share of the axis.
  public init(_ kind: Kind, fitting values: some Sequence<Double>, margin: Double = 0) {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for value in values where kind.canShow(value) {
      least = min(least, value)
      greatest = max(greatest, value)
    }
    let tight = Scale(kind, from: least, to: greatest)
    self = margin > 0 ? Scale(kind, from: tight.value(at: -margin), to: tight.value(at: 1 + margin)) : tight
  }

  /// From `lower` to `upper`.
  public var domain: ClosedRange<Double> { lower...upper }

  /// Where a value stands: 0 at `lower`, 1 at `upper`, below 0 or above 1 outside of the domain; `nil` for what the
  /// scale cannot show (NaN, infinities, and on a logarithmic scale values ≤ 0).
  public func position(of value: Double) -> Double? {
    guard kind.canShow(value) else { return nil }
    let position =
      switch kind {
      // Halved, so that the widest domains do not overflow.
      case .linear: (value / 2 - lower / 2) / (upper / 2 - lower / 2)
      case .logarithmic: (log10(value) - log10(lower)) / (log10(upper) - log10(lower))
      }
    return position.isFinite ? position : nil
  }

  /// The value at a position; the inverse of ``position(of:)``.
  public func value(at position: Double) -> Double {
    switch kind {
    case .linear: lower * (1 - position) + upper * position
    case .logarithmic: pow(10, log10(lower) * (1 - position) + log10(upper) * position)
    }
  }

  /// Which of `count` equal parts of the axis contains a position; `nil` outside of 0…1. The last part is closed, so that
  /// the upper end of a domain is on the axis. Cells and the dots within them are counted by this one rule and agree.
  public static func slot(_ position: Double, of count: Int) -> Int? {
    guard (0...1).contains(position), count > 0 else { return nil }
    return min(Int(position * Double(count)), count - 1)
  }

  private static func domain(_ kind: Kind, _ lower: Double, _ upper: Double) -> (Double, Double) {
    switch kind {
    case .linear:
      guard lower.isFinite, upper.isFinite else { return (0, 1) }
      guard (upper / 2 - lower / 2).isNormal else {
        let half = max(0.5, abs(lower) * 1e-3)
        return (max(lower - half, -.greatestFiniteMagnitude), min(upper + half, .greatestFiniteMagnitude))
      }
      return (lower, upper)
    case .logarithmic:
      guard lower.isFinite, upper.isFinite, upper > 0 else { return (1, 10) }
      // Subnormal values have too few digits for a logarithm to place them.
      let top = max(upper, 1000 * .leastNormalMagnitude)
      let bottom = max(lower > 0 ? lower : top / 1000, .leastNormalMagnitude)
      guard log10(top) > log10(bottom) else { return (bottom / 2, min(top * 2, .greatestFiniteMagnitude)) }
      return (bottom, top)
    }
  }
}

extension Scale.Kind {
  /// Whether a scale of this kind has a place for the value.
  public func canShow(_ value: Double) -> Bool { value.isFinite && (self == .linear || value > 0) }
}
