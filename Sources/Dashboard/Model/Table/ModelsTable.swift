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
  /// Follows what it names, wherever that moves; nil, before anything was chosen, is the first row.
  var selection: Row?
  /// Index of the first row shown.
  var scroll = 0
  /// The lines as of the last action.
  private var settled = Settled()

  /// The lines, and all that they follow from.
  private struct Settled: Sendable, Equatable {
    var revision: Int?
    var order = SortOrder()
    var folded: Set<RunID> = []
    var rows: [Row] = []
    /// Where the selection was last found among them.
    var selectedIndex = 0

    func holds(for table: ModelsTable, _ dumps: DumpCollection) -> Bool {
      revision == dumps.revision && order == table.order && folded == table.folded
    }
  }

  /// The lines, from the top.
  func rows(of dumps: DumpCollection) -> [Row] {
    settled.holds(for: self, dumps) ? settled.rows : freshRows(of: dumps)
  }

  private func freshRows(of dumps: DumpCollection) -> [Row] {
    var rows: [Row] = []
    rows.reserveCapacity(dumps.count + dumps.runs.count)
    for run in order.sorted(dumps.runs) {
      let isSeveral = run.entries.count > 1
      if isSeveral, run.entries.contains(where: { !$0.isHidden }) { rows.append(.run(run.id)) }
      guard !isSeveral || !folded.contains(run.id) else { continue }
      for entry in run.entries where !entry.isHidden { rows.append(.dump(entry.id)) }
    }
    return rows
  }

  /// The line where the eye is: the selection, or the first one while there is none.
  func selectedIndex(in rows: [Row]) -> Int? {
    guard !rows.isEmpty else { return nil }
    guard let selection else { return 0 }
    let last = settled.selectedIndex
    return rows.indices.contains(last) && rows[last] == selection ? last : rows.firstIndex(of: selection) ?? 0
  }

  /// Selects a line.
  mutating func select(_ index: Int, of rows: [Row]) {
    selection = rows[index]
    settled.selectedIndex = index
  }

  /// The dump that details are shown of: the selected one, or the last checkpoint of the selected run.
  func selectedDump(in dumps: DumpCollection) -> DumpEntry? {
    // Not by way of all rows where that is not needed: this is asked for again and again.
    if case .dump(let id)? = selection, let entry = dumps[id], !entry.isHidden,
      !folded.contains(entry.record.dump.runID) || dumps[run: entry.record.dump.runID]?.entries.count == 1
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

  /// Finds the lines anew if anything has changed that they follow from. Keeps the selection within `height` of them, and these
  /// filled as far as there are rows.
  mutating func settle(in dumps: DumpCollection, height: Int) {
    if !settled.holds(for: self, dumps) {
      settled = Settled(
        revision: dumps.revision, order: order, folded: folded, rows: freshRows(of: dumps),
        selectedIndex: settled.selectedIndex)
    }
    let rows = settled.rows
    guard let selected = selectedIndex(in: rows), height > 0 else {
      scroll = 0
      return
    }
    settled.selectedIndex = selected
    scroll = min(max(scroll, selected - height + 1), selected)
    scroll = max(0, min(scroll, rows.count - height))
  }
}
