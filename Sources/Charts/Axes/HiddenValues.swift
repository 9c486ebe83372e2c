/// Points of a chart that its scales have no place for. They are counted, so that nobody takes the rest for the whole.
public struct HiddenValues: Sendable, Hashable {
  /// Points with a coordinate ≤ 0 on a logarithmic axis.
  public var nonPositive = 0
  /// Points with a coordinate that is NaN or infinite.
  public var nonFinite = 0

  public init(nonPositive: Int = 0, nonFinite: Int = 0) {
    self.nonPositive = nonPositive
    self.nonFinite = nonFinite
  }

  public var count: Int { nonPositive + nonFinite }

  /// `3 values ≤ 0 hidden`, `1 value not finite hidden`; empty where nothing is hidden.
  public var notes: [String] {
    [(nonPositive, "≤ 0"), (nonFinite, "not finite")].compactMap { count, what in
      count == 0 ? nil : "\(count) \(count == 1 ? "value" : "values") \(what) hidden"
    }
  }
}
