import Analysis

extension Model {
  /// The filter that holds: the one that is being typed, as long as it is one, else the one that was taken.
  var filterText: String {
    guard let prompt = input.prompt, prompt.purpose == .filter, prompt.error == nil else { return view.filter }
    return prompt.text
  }

  mutating func beginFilter() {
    input.ask(.filter, text: view.filter)
    filters.begin()
  }

  /// Another text of the history in the place of this one; the newest last.
  mutating func recallFilter(_ step: Int) {
    guard input.prompt?.purpose == .filter, let text = filters.recall(step) else { return }
    input.edit { $0 = text }
  }

  /// Takes what was typed, unless it is no filter.
  mutating func acceptFilter(_ text: String) {
    guard input.prompt?.error == nil else { return }
    input.endPrompt()
    view.filter = text
    filters.note(text)
  }

  /// Finds out anew what the filter leaves out, and what is wrong with what is being typed.
  mutating func settleFilter() {
    guard filters.settle() else { return }
    let typed = input.prompt.flatMap { $0.purpose == .filter ? $0.text : nil }
    guard !filterText.isEmpty || dumps.hiddenCount > 0 || typed != nil else { return }
    if let typed {
      filters.settleFields(in: dumps)
      do {
        _ = try DumpFilter(typed, knownFields: filters.fields.names)
        input.judge(nil)
      } catch {
        input.judge(Prompt.Mistake(reason: error.reason, offset: error.offset))
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
    let (pinned, marked, alerts) = (view.pinned, view.marked, news.alerts)
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
