import Analysis

extension Model {
  /// As many texts as anybody goes back through.
  private static let filterHistoryLength = 50

  /// The filter that holds: the one that is being typed, as long as it is one, else the one that was taken.
  var filterText: String {
    guard let prompt, prompt.purpose == .filter, prompt.error == nil else { return view.filter }
    return prompt.text
  }

  /// Whether the filter lets a dump through.
  func isShown(_ id: Dump.ID) -> Bool { !table.hidden.contains(id) }

  mutating func beginFilter() {
    prompt = Prompt(purpose: .filter, text: view.filter)
    historyIndex = filterHistory.count
  }

  /// Another text of the history in the place of this one; the newest last.
  mutating func recallFilter(_ step: Int) {
    guard prompt?.purpose == .filter, !filterHistory.isEmpty else { return }
    historyIndex = max(0, min(filterHistory.count, historyIndex + step))
    let text = historyIndex < filterHistory.count ? filterHistory[historyIndex] : ""
    editText { $0 = text }
  }

  /// Takes what was typed, unless it is no filter.
  mutating func acceptFilter(_ text: String) {
    guard prompt?.error == nil else { return }
    prompt = nil
    view.filter = text
    guard !text.allSatisfy(\.isWhitespace) else { return }
    filterHistory.removeAll { $0 == text }
    filterHistory.append(text)
    if filterHistory.count > Self.filterHistoryLength { filterHistory.removeFirst() }
  }

  /// Finds out anew what the filter leaves out, and what is wrong with what is being typed.
  mutating func settleFilter() {
    guard filterIsStale else { return }
    filterIsStale = false
    guard !filterText.isEmpty || !table.hidden.isEmpty || prompt?.purpose == .filter else { return }
    let records = dumps.entries.values.map(\.record)
    if let prompt, prompt.purpose == .filter {
      do {
        _ = try DumpFilter(prompt.text, knownFields: DumpFilter.fields(of: records))
        self.prompt?.error = nil
      } catch {
        self.prompt?.error = Prompt.Mistake(reason: error.reason, offset: error.offset)
      }
    }
    let text = filterText
    // Unknown fields were told while it was typed; later they are what no dump has any more.
    guard !text.allSatisfy(\.isWhitespace), let filter = try? DumpFilter(text) else { return table.hidden = [] }
    table.hidden = Set(
      dumps.entries.values.filter { !matches($0, filter) }.map(\.id))
  }

  func matches(_ entry: DumpEntry, _ filter: DumpFilter) -> Bool { filter.matches(entry.record, context(of: entry)) }

  private func context(of entry: DumpEntry) -> DumpFilter.Context {
    let stage: DumpFilter.Stage =
      switch entry.state {
      case .queued: .queued
      case .computing: .computing
      case .done: .done
      case .failed: .failed
      }
    return DumpFilter.Context(
      isPinned: view.pinned == entry.id, isMarked: view.marked.contains(entry.id),
      isWarned: entry.record.needsAttention, isAlerting: alerts[entry.id] != nil, stage: stage,
      runState: dumps.activities[entry.record.dump.runID]?.state)
  }

  /// `57 of 110`: the dumps that the filter lets through.
  var filterCount: String {
    let shown = dumps.count - table.hidden.count
    return "\(shown) of \(dumps.count)"
  }
}
