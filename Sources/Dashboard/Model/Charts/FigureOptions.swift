import Figures
import Spectra

/// What charts show, where that is a choice for all of them.
struct FigureOptions: Sendable, Equatable {
  var spectrumView = SpectrumViewKind.eigenvalues
  /// Which checkpoints stand for models where models are compared.
  var modelSelection = ModelSelection.lastCheckpoints
  /// How much of the value before remains in curves over training.
  var smoothing = 0.0
  /// α of the best models as expected, beside what the data say.
  var prior = ZoneMarks.paperPrior
  /// How many labels benign effective ranks are asked about.
  var labelCount = 100
  /// How linear probes are trained.
  var probeMethod = ProbeResult.Method.ridge
  /// Whether selection shows what the procedure would have come to on other orders of the models.
  var showsReplay = false

  /// None, then ever more.
  static let smoothings = [0, 0.5, 0.8, 0.95]

  /// Goes on to the next way to look at a screen.
  mutating func showNextView(of screen: Screen) {
    switch screen {
    case .models, .layers, .laboratory: break
    case .spectrum: spectrumView = spectrumView.next
    case .scatter, .landscape: modelSelection = ModelSelection.allCases.following(modelSelection)
    case .selection: showsReplay.toggle()
    case .timeline:
      let index = Self.smoothings.firstIndex(of: smoothing) ?? 0
      smoothing = Self.smoothings[(index + 1) % Self.smoothings.count]
    }
  }
}
