/// What fills the terminal between header and footer.
public enum Screen: Int, Sendable, CaseIterable {
  case models = 1
  case spectrum
  case scatter
  case landscape
  case timeline
  case layers
  case selection

  /// Whether it shows many dumps at once.
  var comparesModels: Bool { self != .models && self != .spectrum }

  /// Whether its charts are the same whichever dump is selected, and whichever are marked.
  var showsModelsAlike: Bool { self == .scatter || self == .landscape || self == .selection }

  var title: String {
    switch self {
    case .models: "Models"
    case .spectrum: "Spectrum"
    case .scatter: "Scatter"
    case .landscape: "Landscape"
    case .timeline: "Timeline"
    case .layers: "Layers"
    case .selection: "Selection"
    }
  }
}
