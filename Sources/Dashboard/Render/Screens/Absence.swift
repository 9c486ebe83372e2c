/// Why there is no chart on a screen.
struct Absence {
  let text: String

  init(in model: Model) {
    guard let entry = model.selected else {
      text = "no dump is selected"
      return
    }
    text =
      switch model.screen {
      case .models, .spectrum:
        model.spectra[entry.id] == nil
          ? Self.spectrum(of: entry, in: model) : Self.view(model.options.spectrumView, of: entry)
      case .scatter: "no dump has both a value for x and one for y"
      case .landscape: "no two hyperparameters vary"
      case .timeline: "no run has more than one checkpoint"
      case .layers: "no run has more than one layer"
      case .selection: Self.selection(in: model)
      case .laboratory:
        if case .absent(let reason)? = model.laboratory.views { reason } else { "nothing is simulated" }
      }
  }

  private static func selection(in model: Model) -> String {
    guard let candidates = model.procedure.board?.candidates, !candidates.models.isEmpty else {
      return "no model has \(model.procedure.board?.candidates.key.title ?? "α") yet"
    }
    return candidates.knownCount < 2
      ? "a replay needs two models with \(candidates.accuracy.title)"
      : "replaying the procedure on \(candidates.knownCount) models"
  }

  private static func spectrum(of entry: DumpEntry, in model: Model) -> String {
    switch entry.state {
    case .done where model.isOutdated(entry.id): "another spectrum since the screen was frozen"
    case .queued: "queued"
    case .computing: "computing \(entry.percentDone ?? 0) %"
    case .done: "loading the spectrum"
    case .failed: "no spectrum: \(entry.record.failure?.message ?? "it could not be read")"
    }
  }

  private static func view(_ kind: SpectrumViewKind, of entry: DumpEntry) -> String {
    switch kind {
    case .alphaByRows where entry.record.uncertainty?.method == .infinitesimalJackknife:
      "there is too little memory for the spectra of fewer rows"
    case .alphaByRows where entry.record.warnings.contains { $0.code == .noInterval }:
      "there are no spectra of fewer rows"
    case .alphaByRows where entry.record.uncertainty == nil: "the spectra of fewer rows come after all results"
    case .alphaByRows: "too few rows resolve the fitted ranks"
    case .eigenvalues, .cumulative, .alphaByRange, .benignRanks: "no variance"
    }
  }
}
