import Analysis

/// The table of dumps grouped by run: what is folded, in which order, and where the eye is.
struct ModelsTable: Sendable, Equatable {
  /// One line of the table.
  enum Row: Sendable, Hashable {
    /// A run with several dumps.
    case run(RunID)
    /// A dump below its run, or alone in it.
    case dump(Dump.ID)
  }

  var order = SortOrder()
  var folded: Set<RunID> = []
  /// Follows what it names, wherever that moves; nil is the first row.
  var selection: Row?
  /// Index of the first row shown.
  var scroll = 0

  /// The lines, from the top.
  func rows(of dumps: DumpCollection) -> [Row] {
    order.sorted(dumps).flatMap { run -> [Row] in
      guard run.dumps.count > 1 else { return run.dumps.map(Row.dump) }
      return [.run(run.id)] + (folded.contains(run.id) ? [] : run.dumps.map(Row.dump))
    }
  }

  /// The line where the eye is: the selection, or the first one while there is none.
  func selectedIndex(in rows: [Row]) -> Int? {
    guard !rows.isEmpty else { return nil }
    return selection.flatMap(rows.firstIndex(of:)) ?? 0
  }

  /// The dump that details are shown of: the selected one, or the last checkpoint of the selected run.
  func selectedDump(in dumps: DumpCollection) -> DumpEntry? {
    let rows = rows(of: dumps)
    switch selectedIndex(in: rows).map({ rows[$0] }) {
    case .dump(let id): return dumps[id]
    case .run(let id): return dumps[run: id].flatMap { dumps.last(of: $0) }
    case nil: return nil
    }
  }

  /// Keeps the selection within `height` lines, and the lines filled as far as there are rows.
  mutating func settle(in dumps: DumpCollection, height: Int) {
    let rows = rows(of: dumps)
    guard let selected = selectedIndex(in: rows), height > 0 else {
      scroll = 0
      return
    }
    scroll = min(max(scroll, selected - height + 1), selected)
    scroll = max(0, min(scroll, rows.count - height))
  }
}
