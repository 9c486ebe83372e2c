/// What a held button is moving.
enum MouseGesture: Sendable, Equatable {
  /// A chart, by the cell where the pointer last was.
  case pan(PaneID, column: Int, row: Int)
  case resize(PaneSizes.Divider)
}
