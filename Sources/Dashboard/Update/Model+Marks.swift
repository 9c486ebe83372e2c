import Analysis

extension Model {
  /// The dumps that a row of the table stands for.
  private func dumps(of row: ModelsTable.Row) -> [Dump.ID] {
    switch row {
    case .dump(let id): [id]
    case .run(let id): dumps[run: id]?.dumps ?? []
    }
  }

  /// The row that keys about marks mean.
  private var rowInFocus: ModelsTable.Row? {
    if let dump = charts.crosshair.flatMap({ focusedFigure?.dump(at: $0.place) }) { return .dump(dump) }
    let rows = table.rows(of: dumps)
    return screen == .models ? table.selectedIndex(in: rows).map { rows[$0] } : selected.map { .dump($0.id) }
  }

  /// Marks a dump, or all of a run; takes the marks away where all have them.
  mutating func toggleMark() {
    guard let row = rowInFocus else { return }
    toggleMarks(dumps(of: row))
  }

  /// Marks all from the last marked row to this one.
  mutating func markRange() {
    let rows = table.rows(of: dumps)
    guard let here = table.selectedIndex(in: rows) else { return }
    let last = view.marked.last.flatMap { mark in rows.firstIndex { dumps(of: $0).contains(mark) } } ?? here
    view.marked.formUnion(rows[min(last, here)...max(last, here)].flatMap { dumps(of: $0) })
  }

  /// Marks everything in the table; takes the marks away where all have them.
  mutating func markAll() { toggleMarks(table.rows(of: dumps).flatMap { dumps(of: $0) }) }

  /// What the others are compared with from now on; the same twice: nothing.
  mutating func togglePin() {
    guard let row = rowInFocus, let dump = dumps(of: row).last else { return }
    view.pinned = view.pinned == dump ? nil : dump
  }

  private mutating func toggleMarks(_ ids: [Dump.ID]) {
    if ids.allSatisfy(view.marked.contains) { view.marked.subtract(ids) } else { view.marked.formUnion(ids) }
  }
}
