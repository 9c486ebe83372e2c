import Analysis

extension Model {
  /// As many texts as anybody goes back through.
  private static let filterHistoryLength = 50

  /// The filter that holds: the one that is being typed, as long as it is one, else the one that was taken.
  var filterText: String {
    guard let prompt, prompt.purpose == .filter, prompt.error == nil else { return view.filter }
    return prompt.text
  }

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
    guard !filterText.isEmpty || dumps.hiddenCount > 0 || prompt?.purpose == .filter else { return }
    if let prompt, prompt.purpose == .filter {
      filterFields.settle(in: dumps)
      do {
        _ = try DumpFilter(prompt.text, knownFields: filterFields.names)
        self.prompt?.error = nil
      } catch {
        self.prompt?.error = Prompt.Mistake(reason: error.reason, offset: error.offset)
      }
    }
    let text = filterText
    // Unknown fields were told while it was typed; later they are what no dump has any more.
    guard !text.allSatisfy(\.isWhitespace), let filter = try? DumpFilter(text) else {
      return dumps.hide { _, _ in false }
    }
    let matches = matcher(of: filter)
    dumps.hide { !matches($0, $1) }
  }

  /// What a filter says of dumps, and of what their runs are doing; to be asked many times.
  func matcher(of filter: DumpFilter) -> (DumpEntry, DumpCollection.Activity?) -> Bool {
    let (pinned, marked, alerts) = (view.pinned, view.marked, alerts)
    return { entry, activity in
      let context = DumpFilter.Context(
        isPinned: pinned == entry.id, isMarked: marked.contains(entry.id), isWarned: entry.record.needsAttention,
        isAlerting: alerts[entry.id] != nil, stage: entry.state.stage, runState: activity?.state)
      return filter.matches(entry.record, context)
    }
  }

  /// `57 of 110`: the dumps that the filter lets through.
  var filterCount: String {
    let shown = dumps.count - dumps.hiddenCount
    return "\(shown) of \(dumps.count)"
  }
}

extension DumpEntry.State {
  fileprivate var stage: DumpFilter.Stage {
    switch self {
    case .queued: .queued
    case .computing: .computing
    case .done: .done
    case .failed: .failed
    }
  }
}
