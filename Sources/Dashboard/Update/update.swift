import Analysis

/// The dashboard's whole behaviour: what an action makes of a model, and what is to be done outside of it.
///
/// Total and without side effects; everything needed is in the model or in the action.
public func update(_ model: inout Model, _ action: Action) -> [Effect] { update(&model, [action]) }

/// The same for several actions at once: what follows from all of them together is found out only once.
public func update(_ model: inout Model, _ actions: [Action]) -> [Effect] {
  let effects = actions.flatMap { model.applyAndRemember($0) }
  return effects + model.settle()
}

extension Model {
  /// What a key makes of the view can be undone. A key means the charts as they were last drawn.
  fileprivate mutating func applyAndRemember(_ action: Action) -> [Effect] {
    let isGesture: Bool
    switch action {
    case .key, .paste: isGesture = false
    case .mouse(let event): isGesture = event.isGesture
    default:
      charts.invalidate()
      filters.invalidate()
      return apply(action)
    }
    settleCharts()
    let (before, undoable, asked, text) = (view, history.count, input.prompt, filterText)
    let selection = table.selection
    let effects = apply(action)
    if table.selection != selection { news.stopFollowing() }
    charts.invalidate()
    // Undoing shortens the history, and is not undone. A gesture is undone as one.
    let goesOn = input.note(isGesture: isGesture)
    if view != before, history.count == undoable, !goesOn { history.append(before) }
    if (view.marked, view.pinned, input.prompt, filterText) != (before.marked, before.pinned, asked, text) {
      filters.invalidate()
    }
    return effects
  }

  fileprivate mutating func apply(_ action: Action) -> [Effect] {
    switch action {
    case .key(let key):
      input.hush()
      return handle(key)
    case .mouse(let event):
      return handle(event)
    case .paste(let text):
      paste(text)
    case .notice(let text):
      input.say(text)
    case .failure(let text):
      input.say(text, isFailure: true)
    case .exported(let name, let path, let isPathCopied):
      return finishExport(named: name, path, isPathCopied: isPathCopied)
    case .exportExists(let request, let name):
      confirmReplacing(request, name)
    case .themes(let themes):
      adopt(themes)
    case .resized(let columns, let rows):
      look.resize(columns: columns, rows: rows)
    case .simulated(let results):
      take(results)
    case .viewsCompared(let dump, let comparison):
      take(comparison, of: dump)
    case .engine(let update, let time):
      return take(update, at: time)
    case .replayed(let setting, let result):
      procedure.take(Procedure.FinishedReplay(setting: setting, result: result))
    case .spectraLoaded(let id, let spectra):
      self.spectra.endRequest(of: id)
      if let spectra, let entry = dumps[id], entry.state == .done, !isOutdated(id) {
        // Intervals have come while the spectra without them were on their way: asked for again.
        guard spectra.replicates != nil || entry.record.uncertainty == nil else { break }
        self.spectra.insert(spectra, for: id)
        // The fit may have been changed while it was on its way.
        refit(id)
      }
    }
    return []
  }

  /// Tells the engine what is looked at, so that it comes first: the selected dump, then the others on the screen, then those
  /// that are pinned or marked.
  mutating func tellFocus() -> [Effect] {
    // While nothing waits there is nothing to put in order.
    guard !news.isIdle else { return [] }
    let rows = table.rows(of: dumps).dropFirst(table.scroll).prefix(ScreenLayout(self).tableRows)
    let seen = rows.compactMap { row -> AnalysisRecord.ID? in
      switch row {
      case .dump(let id): id
      case .run(let run): table.folded.contains(run) ? dumps[run: run]?.dumps.last : nil
      }
    }
    let focus = [selected?.id].compactMap { $0 } + seen + view.compared(with: selected?.id).prefix(Self.comparedCount)
    return news.tell(focus) ? [.prioritise(focus)] : []
  }

  /// Spectra that are compared at a time; there is room for some more to walk through.
  private static let comparedCount = SpectrumCache.capacity - 8

  /// Asks for the spectrum that is to be seen, unless it is there, or on its way, or nobody would see it.
  mutating func requestSpectrum() -> [Effect] {
    guard ScreenLayout(self).showsSpectrum, let selected else { return [] }
    let compared = screen == .spectrum ? view.compared(with: selected.id).prefix(Self.comparedCount) : []
    for id in compared { spectra.touch(id) }
    spectra.touch(selected.id)
    func isMissing(_ id: AnalysisRecord.ID) -> Bool {
      spectra[id] == nil && dumps[id]?.state == .done && !isOutdated(id)
    }
    // What is looked at comes at once, the others one after another.
    let wanted =
      isMissing(selected.id) ? selected.id : spectra.requested == nil ? compared.first(where: isMissing) : nil
    guard let id = wanted, spectra.request(id) else { return [] }
    return [.loadSpectra(id)]
  }
}
