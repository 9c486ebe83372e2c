/// The dashboard's whole behaviour: what an action makes of a model, and what is to be done outside of it.
///
/// Total and without side effects; everything needed is in the model or in the action.
public func update(_ model: inout Model, _ action: Action) -> [Effect] {
  var effects: [Effect] = []
  switch action {
  case .key(let key):
    effects = model.handle(key)
  case .resized(let columns, let rows):
    model.columns = columns
    model.rows = rows
  case .engine(let update, let time):
    model.take(update, at: time)
  case .spectrumLoaded(let id, let spectrum):
    if model.requestedSpectrum == id { model.requestedSpectrum = nil }
    if let spectrum, model.dumps[id]?.state == .done {
      model.spectra.insert(spectrum, for: id)
      // The ranks may have been moved while it was on its way.
      model.refit(id)
    }
  }
  model.table.settle(in: model.dumps, height: ScreenLayout(model).tableRows)
  return effects + model.requestSpectrum()
}

extension Model {
  /// Asks for the spectrum that is to be seen, unless it is there, or on its way, or nobody would see it.
  fileprivate mutating func requestSpectrum() -> [Effect] {
    guard ScreenLayout(self).showsSpectrum, let entry = selected, entry.state == .done else { return [] }
    let id = entry.record.id
    spectra.touch(id)
    guard spectra[id] == nil, requestedSpectrum != id else { return [] }
    requestedSpectrum = id
    return [.loadSpectrum(id)]
  }
}
