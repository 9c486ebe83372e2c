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
  /// What the filter leaves out.
  var hidden: Set<Dump.ID> = []
  /// Follows what it names, wherever that moves; nil, before anything was chosen, is the first row.
  var selection: Row?
  /// Index of the first row shown.
  var scroll = 0

  /// The lines, from the top.
  func rows(of dumps: DumpCollection) -> [Row] {
    var rows: [Row] = []
    rows.reserveCapacity(dumps.count)
    for run in order.sorted(dumps.runs, in: dumps) {
      let shown = hidden.isEmpty ? run.dumps : run.dumps.filter { !hidden.contains($0) }
      if run.dumps.count > 1, !shown.isEmpty { rows.append(.run(run.id)) }
      if run.dumps.count == 1 || !folded.contains(run.id) { rows += shown.lazy.map(Row.dump) }
    }
    return rows
  }

  /// The line where the eye is: the selection, or the first one while there is none.
  func selectedIndex(in rows: [Row]) -> Int? {
    guard !rows.isEmpty else { return nil }
    return selection.flatMap(rows.firstIndex(of:)) ?? 0
  }

  /// The dump that details are shown of: the selected one, or the last checkpoint of the selected run.
  func selectedDump(in dumps: DumpCollection) -> DumpEntry? {
    // Not by way of all rows where that is not needed: this is asked for again and again.
    if case .dump(let id)? = selection, !hidden.contains(id), let entry = dumps[id],
      !folded.contains(entry.record.dump.runID) || dumps[run: entry.record.dump.runID]?.dumps.count == 1
    {
      return entry
    }
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
