public import ChartCells
public import Spectra

/// Something that the user prefers, and that holds at the next start too.
public enum Setting: Sendable, Equatable {
  /// By name; `automaticTheme` for dark or light, as the terminal's background is.
  case theme(String)
  /// What curves are drawn with; nil for what the terminal can show.
  case glyphs(ChartCanvas?)
  case fitRange(FitRange)
  case estimator(PowerLawFit.Estimator)
  /// How much of the value before remains in curves over training, from 0 to below 1.
  case smoothing(Double)
  /// Where the best models are expected, before the data say anything.
  case prior(Double)
  /// How linear probes are trained.
  case probe(ProbeResult.Method)
  /// A budget of labels, for which benign effective ranks are asked.
  case labels(Int)
  /// Whether there is a pane of details.
  case details(Bool)
  /// Whether the dashboard has the mouse.
  case mouse(Bool)

  public static let automaticTheme = "auto"

  /// The names of settings, as they are written.
  public enum Key: String, Sendable, CaseIterable {
    case theme, glyphs
    case fitRange = "fit_range"
    case estimator, smoothing, prior, probe, labels, details, mouse

    var title: String {
      switch self {
      case .theme: "Theme"
      case .glyphs: "Glyphs"
      case .fitRange: "Fit range"
      case .estimator: "Estimator"
      case .smoothing: "Smoothing"
      case .prior: "Prior"
      case .probe: "Probe"
      case .labels: "Labels"
      case .details: "Details"
      case .mouse: "Mouse"
      }
    }

    var help: String {
      switch self {
      case .theme: "colours; auto: dark or light as the background is"
      case .glyphs: "what curves are drawn with; auto: what the terminal can show"
      case .fitRange: "ranks that α is fitted to, for all dumps"
      case .estimator: "how the line is fitted, for all dumps"
      case .smoothing: "of curves over training"
      case .prior: "α of the best models as expected; the paper's is about 1"
      case .probe: "how linear probes (P) are trained: ridge, or logistic, which takes longer"
      case .labels: "how many there will be: whether fitting them exactly is benign (spectrum, v)"
      case .details: "the pane beside or under the table and the charts"
      case .mouse: "off: left to the terminal, for selecting text"
      }
    }
  }

  public var key: Key {
    switch self {
    case .theme: .theme
    case .glyphs: .glyphs
    case .fitRange: .fitRange
    case .estimator: .estimator
    case .smoothing: .smoothing
    case .prior: .prior
    case .probe: .probe
    case .labels: .labels
    case .details: .details
    case .mouse: .mouse
    }
  }
}
