import TerminalCells

extension Model {
  /// Charts that do not all fit scroll to the one with the focus.
  mutating func settlePanes() {
    charts.scroll(showing: ScreenLayout(self).paneCount(of: charts.figures.count))
  }

  /// Moves the upright line between panes, where there is one.
  mutating func moveDivider(by columns: Int) {
    let layout = ScreenLayout(self)
    if let place = layout.dividers[.table] { resize(.table, toColumn: place.x + 1 + columns, row: 0) }
    if let place = layout.dividers[.details] { resize(.details, toColumn: place.x + columns, row: 0) }
  }

  /// Puts a line between panes where the pointer is.
  mutating func resize(_ divider: PaneSizes.Divider, toColumn column: Int, row: Int) {
    let layout = ScreenLayout(self)
    switch divider {
    case .table:
      look.paneSizes.tableShare = (Double(column) / Double(max(1, columns))).clamped(to: ScreenLayout.tableShares)
    case .details:
      look.paneSizes.detailsWidth = (columns - column - 2).clamped(to: ScreenLayout.detailsWidths)
    case .spectrum:
      look.paneSizes.detailsHeight = max(0, row - layout.details.y)
    }
  }
}
