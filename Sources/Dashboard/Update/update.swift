import Analysis

/// The dashboard's whole behaviour: what an action makes of a model, and what is to be done outside of it.
///
/// Total and without side effects; everything needed is in the model or in the action.
public func update(_ model: inout Model, _ action: Action) -> [Effect] { update(&model, [action]) }

/// The same for several actions at once: what follows from all of them together is found out only once.
public func update(_ model: inout Model, _ actions: [Action]) -> [Effect] {
  let effects = actions.flatMap { model.apply($0) }
  model.table.settle(in: model.dumps, height: ScreenLayout(model).tableRows)
  return effects + model.requestSpectrum() + model.tellFocus()
}

extension Model {
  fileprivate mutating func apply(_ action: Action) -> [Effect] {
    switch action {
    case .key(let key):
      return handle(key)
    case .resized(let columns, let rows):
      self.columns = columns
      self.rows = rows
    case .engine(let update, let time):
      return take(update, at: time)
    case .spectraLoaded(let id, let spectra):
      if requestedSpectrum == id { requestedSpectrum = nil }
      if let spectra, let entry = dumps[id], entry.state == .done {
        // Intervals have come while the spectra without them were on their way: asked for again.
        guard spectra.replicates != nil || entry.record.uncertainty == nil else { break }
        self.spectra.insert(spectra, for: id)
        // The fit may have been changed while it was on its way.
        refit(id)
      }
    }
    return []
  }

  /// Tells the engine what is looked at, so that it comes first: the selected dump, then the others on the screen.
  fileprivate mutating func tellFocus() -> [Effect] {
    // While nothing waits there is nothing to put in order.
    guard !isIdle else { return [] }
    let rows = table.rows(of: dumps).dropFirst(table.scroll).prefix(ScreenLayout(self).tableRows)
    let seen = rows.compactMap { row -> AnalysisRecord.ID? in
      switch row {
      case .dump(let id): id
      case .run(let run): table.folded.contains(run) ? dumps[run: run]?.dumps.last : nil
      }
    }
    let focus = [selected?.id].compactMap { $0 } + seen
    guard focus != self.focus else { return [] }
    self.focus = focus
    return [.prioritise(focus)]
  }

  /// Asks for the spectrum that is to be seen, unless it is there, or on its way, or nobody would see it.
  fileprivate mutating func requestSpectrum() -> [Effect] {
    guard ScreenLayout(self).showsSpectrum, let entry = selected, entry.state == .done else { return [] }
    let id = entry.record.id
    spectra.touch(id)
    guard spectra[id] == nil, requestedSpectrum != id else { return [] }
    requestedSpectrum = id
    return [.loadSpectra(id)]
  }
}
