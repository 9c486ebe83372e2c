/// What fills the terminal between header and footer.
public enum Screen: Int, Sendable, CaseIterable {
  case models = 1
  case spectrum

  var title: String {
    switch self {
    case .models: "Models"
    case .spectrum: "Spectrum"
    }
  }
}
