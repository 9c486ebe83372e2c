import CVTerm

/// What the mouse can do; a terminal tells the program only what it has asked for.
extension TerminalSession {
  /// Presses a button over a cell, and lets it go; 4 and 5 are the wheel.
  public func click(column: Int, row: Int, button: Int = 1) {
    drag([(column, row)], button: button)
  }

  /// Presses a button over the first cell, moves over the others, and lets it go over the last.
  public func drag(_ cells: [(column: Int, row: Int)], button: Int = 1) {
    for (index, cell) in cells.enumerated() {
      moveMouse(column: cell.column, row: cell.row)
      if index == 0 { setButton(button, isDown: true) }
    }
    // A wheel has no way up.
    if button <= 3 { setButton(button, isDown: false) }
  }
}
