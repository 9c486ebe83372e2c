/// A value of an axis that is called by a name, or written as it was given.
public struct NamedValue: Sendable, Hashable {
  public var value: Double
  public var label: String

  public init(_ value: Double, _ label: String) {
    self.value = value
    self.label = label
  }
}

extension Axis {
  /// A mark for each of the named values, with its label where that does not touch the label before it.
  func namedTicks(in room: TickRoom) -> [Tick] {
    var placed = PlacedLabels(in: room)
    var ticks: [Tick] = []
    for named in namedValues.sorted(by: { $0.value < $1.value }) {
      guard let position = scale.position(of: named.value), (0...1).contains(position) else { continue }
      let isLabelled = !named.label.isEmpty && placed.place(named.label, at: position)
      ticks.append(
        Tick(value: named.value, position: position, isMajor: true, label: isLabelled ? named.label : nil))
    }
    return ticks
  }
}
