/// One axis: what it measures and how.
public struct Axis: Sendable, Hashable {
  /// How its numbers are written.
  public enum TickFormat: String, Sendable, Hashable {
    /// `0.05`, `0.5`, `5`.
    case decimal
    /// Only whole numbers have a tick: ranks, epochs.
    case integer
    /// Decades as `10⁻¹`, `1`, `10`, `10²`.
    case powersOfTen = "powers_of_ten"
  }

  /// With its unit where there is one; empty for none.
  public var title: String
  public var scale: Scale
  public var tickFormat: TickFormat
  /// Where not empty, these have ticks and no others: the few values that there are.
  public var namedValues: [NamedValue]

  public init(
    title: String = "", scale: Scale, tickFormat: TickFormat = .decimal, namedValues: [NamedValue] = []
  ) {
    self.title = title
    self.scale = scale
    self.tickFormat = tickFormat
    self.namedValues = namedValues
  }

  /// The marks of this axis at their data coordinates, ascending.
  ///
  /// Logarithmic: decades, minor marks at their multiples, labels by roundness (10ⁿ, then 5, then 2; within one decade
  /// all multiples), none overlapping. Linear: steps of 1, 2 or 5 · 10ⁿ, the finest whose labels fit. Symmetric
  /// logarithmic: 0, then decades as on a logarithmic one in both directions.
  public func ticks(in room: TickRoom) -> [Tick] {
    guard room.length > 0 else { return [] }
    if !namedValues.isEmpty { return namedTicks(in: room) }
    switch scale.kind {
    case .linear: return linearTicks(in: room)
    case .logarithmic: return logarithmicTicks(in: room) ?? linearTicks(in: room)
    case .symmetricLogarithmic: return symmetricLogarithmicTicks(in: room) ?? linearTicks(in: room)
    }
  }
}
