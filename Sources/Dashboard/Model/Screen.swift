/// What fills the terminal between header and footer.
public enum Screen: Int, Sendable, CaseIterable {
  case models = 1
  case spectrum
  case scatter
  case landscape
  case timeline
  case layers
  case selection
  case laboratory

  /// Whether it shows many dumps at once.
  var comparesModels: Bool { self != .models && self != .spectrum && self != .laboratory }

  var title: String {
    switch self {
    case .models: "Models"
    case .spectrum: "Spectrum"
    case .scatter: "Scatter"
    case .landscape: "Landscape"
    case .timeline: "Timeline"
    case .layers: "Layers"
    case .selection: "Selection"
    case .laboratory: "Laboratory"
    }
  }

  /// Where titles of all screens do not fit side by side.
  var shortTitle: String {
    switch self {
    case .landscape: "Landsc."
    case .timeline: "Time"
    case .selection: "Select"
    case .laboratory: "Lab"
    case .models, .spectrum, .scatter, .layers: title
    }
  }
}
