import Spectra

extension Model {
  /// Moves the ends of the selected dump's ranks, as far as they stay a range within its features.
  mutating func moveFitRange(first: Int, last: Int) -> [Effect] {
    guard let record = selected?.record else { return [] }
    let old = fitRange(of: record.id)
    let greatest = max(old.last, record.shape?.featureCount ?? .max)
    guard let new = FitRange(first: old.first + first, last: old.last + last), new.last <= greatest,
      new.count >= PowerLawFit.fewestRanks
    else { return [] }
    return fit(new)
  }

  /// Fits over other ranks: at once where the spectrum is at hand, so that α and the line follow in the same frame; the engine
  /// does the rest.
  mutating func fit(_ range: FitRange) -> [Effect] {
    guard let id = selected?.record.id else { return [] }
    if movesAllFitRanges {
      fitRange = range
      ownFitRanges = [:]
    } else {
      ownFitRanges[id] = range
    }
    for id in spectra.ids { refit(id) }
    return [.fit(range, to: movesAllFitRanges ? nil : id)]
  }

  /// Fits a dump whose spectrum is at hand over its ranks.
  mutating func refit(_ id: DumpEntry.ID) {
    guard var entry = dumps[id], let spectrum = spectra[id], entry.state == .done else { return }
    entry.record = entry.record.fitted(to: spectrum, over: fitRange(of: id))
    dumps.put(entry)
  }
}
