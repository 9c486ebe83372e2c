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

  public init(title: String = "", scale: Scale, tickFormat: TickFormat = .decimal) {
    self.title = title
    self.scale = scale
    self.tickFormat = tickFormat
  }

  /// The marks of this axis at their data coordinates, ascending.
  ///
  /// Logarithmic: decades, minor marks at their multiples, labels by roundness (10ⁿ, then 5, then 2; within one decade
  /// all multiples), none overlapping. Linear: steps of 1, 2 or 5 · 10ⁿ, the finest whose labels fit.
  public func ticks(in room: TickRoom) -> [Tick] {
    guard room.length > 0 else { return [] }
    switch scale.kind {
    case .linear: return linearTicks(in: room)
    case .logarithmic: return logarithmicTicks(in: room) ?? linearTicks(in: room)
    }
  }
}
