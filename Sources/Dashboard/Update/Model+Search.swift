import Analysis

extension Model {
  /// The filter that n and N go through: the one that holds, else the one that was used last.
  private var searchText: String? { view.filter.isEmpty ? filters.last : view.filter }

  /// Selects the next dump that the filter matches, or the one before, round and round, and says which of them it is.
  mutating func findMatch(_ step: Int) {
    guard let text = searchText, let filter = try? DumpFilter(text) else {
      let key = keymap.key(of: .filter, in: .everywhere).map { "\($0.symbol) " } ?? ""
      return input.say("nothing to look for: no filter was used yet; \(key)asks for one")
    }
    let matches = matcher(of: filter)
    let entries = table.order.sorted(dumps.runs).flatMap(\.entries).filter { !$0.isHidden }
    let ids = entries.map(\.id)
    let places = entries.indices.filter { matches(entries[$0], dumps.activities[entries[$0].record.dump.runID]) }
    guard !places.isEmpty else { return input.say("nothing matches \(text)") }
    let eye = place(in: ids)
    let index =
      step > 0
      ? places.firstIndex { $0 >= eye.upperBound } ?? 0
      : places.lastIndex { $0 < eye.lowerBound } ?? places.count - 1
    let id = ids[places[index]]
    select(id)
    // A point and a row are the same dump everywhere.
    if charts.crosshair != nil, screen != .spectrum, let place = focusedFigure?.crosshair(on: id) {
      charts.crosshair?.place = place
    }
    input.say("\(index + 1) of \(places.count) \(places.count == 1 ? "match" : "matches") of \(text)")
  }

  /// Where the eye is among these dumps: on one, or between two where it is on the heading of a run.
  private func place(in ids: [Dump.ID]) -> Range<Int> {
    switch table.selection {
    case .dump(let id): ids.firstIndex(of: id).map { $0..<$0 + 1 } ?? 0..<0
    case .run(let run): ids.firstIndex { dumps[$0]?.record.dump.runID == run }.map { $0..<$0 } ?? 0..<0
    case nil: 0..<0
    }
  }
}
