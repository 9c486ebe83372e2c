import Glibc

/// How the values of one axis become positions: a kind and a domain that this kind can show.
public struct Scale: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case linear
    case logarithmic
    /// Linear about 0 and logarithmic beyond a threshold in both directions.
    case symmetricLogarithmic = "symmetric_logarithmic"
  }

  public let kind: Kind
  /// The value at position 0; finite, and positive on a logarithmic scale.
  public let lower: Double
  /// The value at position 1; finite and greater than `lower`.
  public let upper: Double
  /// Where a symmetric logarithmic scale turns linear, a power of ten; 0 for other kinds.
  public let threshold: Double
  /// `lower` and `upper` after the kind had its say, before they become 0 and 1.
  private let start: Double
  private let end: Double

  /// A scale over the values between two bounds, in either order. Bounds that cannot be shown are replaced, never
  /// trapped on: NaN and infinities by the default domain (0…1, or 1…10), a lower bound ≤ 0 on a logarithmic scale by
  /// a thousandth of the upper one, and two equal bounds are moved apart.
  /// - Parameter threshold: of a symmetric logarithmic scale, rounded to a power of ten; by default three decades below
  ///   the farther bound.
  public init(_ kind: Kind, from first: Double, to second: Double, threshold: Double? = nil) {
    let (lower, upper) = Self.domain(kind, min(first, second), max(first, second))
    let turn = kind == .symmetricLogarithmic ? Self.decade(threshold, below: max(abs(lower), abs(upper))) : 0
    self.kind = kind
    self.lower = lower
    self.upper = upper
    self.threshold = turn
    start = kind.stretched(lower, turn)
    end = kind.stretched(upper, turn)
  }

  /// A scale over all values that its kind can show, with a margin on both sides given as a share of the axis.
  /// - Parameter threshold: of a symmetric logarithmic scale; by default the decade of the value nearest to 0, at most
  ///   eight below the farthest.
  public init(_ kind: Kind, fitting values: some Sequence<Double>, margin: Double = 0, threshold: Double? = nil) {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    var nearest = Double.infinity
    for value in values where kind.canShow(value) {
      least = min(least, value)
      greatest = max(greatest, value)
      if value != 0 { nearest = min(nearest, abs(value)) }
    }
    let farthest = max(abs(least), abs(greatest))
    let turn = threshold ?? (nearest.isFinite ? pow(10, log10(max(nearest, farthest * 1e-8)).rounded(.down)) : nil)
    let tight = Scale(kind, from: least, to: greatest, threshold: turn)
    self =
      margin > 0
      ? Scale(kind, from: tight.value(at: -margin), to: tight.value(at: 1 + margin), threshold: turn) : tight
  }

  /// From `lower` to `upper`.
  public var domain: ClosedRange<Double> { lower...upper }

  /// How long the axis is: in decades where it is logarithmic, in half units of the data where it is linear.
  var extent: Double { end - start }

  /// Where a value stands: 0 at `lower`, 1 at `upper`, below 0 or above 1 outside of the domain; `nil` for what the
  /// scale cannot show (NaN, infinities, and on a logarithmic scale values ≤ 0).
  public func position(of value: Double) -> Double? {
    guard kind.canShow(value) else { return nil }
    let position = (kind.stretched(value, threshold) - start) / (end - start)
    return position.isFinite ? position : nil
  }

  /// Where something ends that reaches to a value, on the axis or at the end of it: 0 for what lies below all that the
  /// scale can show. `nil` for NaN alone.
  public func edge(at value: Double) -> Double? {
    if value.isNaN { return nil }
    return min(max(position(of: value) ?? (value > 0 ? 1 : 0), 0), 1)
  }

  /// The value at a position; the inverse of ``position(of:)``.
  public func value(at position: Double) -> Double {
    switch kind {
    case .linear: return lower * (1 - position) + upper * position
    case .logarithmic: return pow(10, start * (1 - position) + end * position)
    case .symmetricLogarithmic:
      let stretched = start * (1 - position) + end * position
      if abs(stretched) <= 1 { return stretched * threshold }
      return copysign(pow(10, abs(stretched) - 1 + log10(threshold)), stretched)
    }
  }

  /// Which of `count` equal parts of the axis contains a position; `nil` outside of 0…1. The last part is closed, so that
  /// the upper end of a domain is on the axis. Cells and the dots within them are counted by this one rule and agree.
  public static func slot(_ position: Double, of count: Int) -> Int? {
    guard (0...1).contains(position), count > 0 else { return nil }
    return min(Int(position * Double(count)), count - 1)
  }
}

extension Scale.Kind {
  /// Whether a scale of this kind has a place for the value.
  public func canShow(_ value: Double) -> Bool { value.isFinite && (self != .logarithmic || value > 0) }

  /// The value on an axis of this kind. It is halved on a linear one, so that the widest domains do not overflow.
  fileprivate func stretched(_ value: Double, _ threshold: Double) -> Double {
    switch self {
    case .linear: return value / 2
    case .logarithmic: return log10(value)
    case .symmetricLogarithmic:
      let magnitude = abs(value)
      if magnitude <= threshold { return value / threshold }
      return copysign(1 + log10(magnitude) - log10(threshold), value)
    }
  }
}
