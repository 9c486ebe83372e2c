import Charts

/// Which columns of the screen show which columns of a grid, or rows the same way: where the grid is coarser each of its
/// columns takes those whose centre it contains, where it is finer several share one.
struct GridSpans {
  /// For each column of the grid those of the plot area, counted from the axis; nil outside of it.
  private(set) var slots: [Range<Int>?]
  /// For each column of the plot area those of the grid; empty beside it.
  private(set) var members: [Range<Int>]

  init(edges: [Double], scale: Scale, count: Int) {
    slots = []
    members = Array(repeating: 0..<0, count: max(0, count))
    guard count > 0 else { return }
    for (index, (first, second)) in zip(edges, edges.dropFirst()).enumerated() {
      let span = Self.slots(first, second, scale, count)
      slots.append(span)
      for slot in span ?? 0..<0 {
        members[slot] = members[slot].isEmpty ? index..<index + 1 : members[slot].lowerBound..<index + 1
      }
    }
  }

  /// Whether a column of the grid has no other in its place.
  func isAlone(_ index: Int) -> Bool { slots[index]?.allSatisfy { members[$0].count == 1 } ?? false }

  private static func slots(_ first: Double, _ second: Double, _ scale: Scale, _ count: Int) -> Range<Int>? {
    guard first < second, first < scale.upper, second > scale.lower, let start = scale.edge(at: first),
      let end = scale.edge(at: second)
    else { return nil }
    let firstSlot = Int((start * Double(count) - 0.5).rounded(.up))
    let lastSlot = Int((end * Double(count) - 0.5).rounded(.up))
    if firstSlot < lastSlot { return max(0, firstSlot)..<min(count, lastSlot) }
    return Scale.slot((start + end) / 2, of: count).map { $0..<$0 + 1 }
  }
}
