import TerminalCells

/// Where a list to choose from has its parts.
struct PickerLayout {
  let frame: Rect
  /// Where the text that narrows the list stands.
  let line: Rect
  let list: Rect
  /// The item in the first line of the list.
  let first: Int

  /// nil where there is no room.
  init?(_ layout: ScreenLayout, count: Int, selection: Int) {
    // No higher than it has to be: a theme is seen on what is underneath.
    let full = layout.overlay
    frame = full.inset(bottom: max(0, full.height - max(1, count) - 3))
    let area = frame.inset(left: 2, top: 1, right: 2, bottom: 1)
    guard frame.width >= 4, frame.height >= 3, !area.isEmpty else { return nil }
    line = Rect(x: area.x, y: area.y, width: area.width, height: 1)
    list = area.inset(top: 1)
    first = max(0, min(selection - list.height + 1, count - list.height))
  }
}
