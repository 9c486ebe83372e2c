/// The room that an axis has for marks and labels, in whole units of whatever it is drawn in: cells, points.
public struct TickRoom {
  /// Of the whole axis.
  public var length: Int
  /// Between two labels.
  public var labelGap: Int
  /// Between two minor marks, on average; they are thinned out or left away where they would be closer.
  public var minorSpacing: Int
  /// What a label takes along the axis: its width on a horizontal axis, the height of a line on a vertical one.
  public var labelExtent: (String) -> Int

  public init(length: Int, labelGap: Int, minorSpacing: Int, labelExtent: @escaping (String) -> Int) {
    self.length = length
    self.labelGap = labelGap
    self.minorSpacing = minorSpacing
    self.labelExtent = labelExtent
  }

  /// Where a label begins that is centred on the mark at a position, moved inwards at the ends of the axis; `nil` where
  /// the position is outside of 0…1 or the label is longer than the axis.
  public func labelStart(_ label: String, at position: Double) -> Int? {
    let extent = labelExtent(label)
    guard extent <= length, let mark = Scale.slot(position, of: length) else { return nil }
    return min(max(mark - (extent - 1) / 2, 0), length - extent)
  }
}

/// Labels already placed along an axis, none overlapping.
struct PlacedLabels {
  private let room: TickRoom
  private var taken: [(start: Int, end: Int)] = []

  init(in room: TickRoom) { self.room = room }

  /// Takes the room of a label; `false`, and nothing taken, where it would come too close to another.
  mutating func place(_ label: String, at position: Double) -> Bool {
    guard let start = room.labelStart(label, at: position) else { return false }
    let end = start + room.labelExtent(label)
    let isFree = taken.allSatisfy { end + room.labelGap <= $0.start || $0.end + room.labelGap <= start }
    if isFree { taken.append((start, end)) }
    return isFree
  }
}
