import Spectra

extension Model {
  /// Moves the ends of the selected dump's ranks, as far as they stay a range within its features.
  mutating func moveFitRange(first: Int, last: Int) -> [Effect] {
    guard let record = selected?.record else { return [] }
    var settings = fits.settings(of: record.id)
    let old = settings.range
    let greatest = max(old.last, record.shape?.featureCount ?? .max)
    guard let new = FitRange(first: old.first + first, last: old.last + last), new.last <= greatest,
      new.count >= PowerLawFit.fewestRanks
    else { return [] }
    settings.range = new
    return fit(settings)
  }

  /// Fits the selected dump, or all, by the next estimator.
  mutating func changeEstimator() -> [Effect] {
    guard let id = selected?.record.id else { return [] }
    var settings = fits.settings(of: id)
    let all = PowerLawFit.Estimator.allCases
    guard let index = all.firstIndex(of: settings.estimator) else { return [] }
    settings.estimator = all[(index + 1) % all.count]
    return fit(settings)
  }

  /// Fits otherwise: at once where the spectrum is at hand, so that α, its interval and the line follow in the same frame; the
  /// engine does the rest.
  mutating func fit(_ settings: FitSettings) -> [Effect] {
    guard let id = selected?.record.id else { return [] }
    guard !fits.meanAll else { return fitAll(settings) }
    fits.set(settings, of: id)
    for id in spectra.ids { refit(id) }
    return [.fit(settings, to: id)]
  }

  /// The same for all dumps, those included that had settings of their own.
  mutating func fitAll(_ settings: FitSettings) -> [Effect] {
    fits.setAll(settings)
    for id in spectra.ids { refit(id) }
    return [.fit(settings, to: nil)]
  }

  /// Fits a dump whose spectra are at hand as it is to be fitted.
  mutating func refit(_ id: DumpEntry.ID) {
    guard var entry = dumps[id], let spectra = spectra[id], entry.state == .done else { return }
    entry.record = entry.record.fitted(to: spectra, with: fits.settings(of: id))
    dumps.put(entry)
  }
}
