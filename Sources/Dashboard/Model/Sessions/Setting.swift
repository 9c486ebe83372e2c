public import ChartCells
public import Charts
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
  /// Where exported files go, with a slash at its end; empty for the working directory.
  case exportFolder(String)
  /// Of exported pictures.
  case exportWidth(PrintLength)
  /// In points.
  case exportFontSize(Double)
  /// By name; nil for that of the screen.
  case exportTheme(String?)

  public static let automaticTheme = "auto"
  /// Of text in pictures, in points.
  public static let exportFontSizes = 3.0...72.0

  /// The names of settings, as they are written.
  public enum Key: String, Sendable, CaseIterable {
    case theme, glyphs
    case fitRange = "fit_range"
    case estimator, smoothing, prior, probe, labels, details, mouse
    case exportFolder = "export_folder"
    case exportWidth = "export_width"
    case exportFontSize = "export_font_size"
    case exportTheme = "export_theme"

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
      case .exportFolder: "Export folder"
      case .exportWidth: "Export width"
      case .exportFontSize: "Export font size"
      case .exportTheme: "Export theme"
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
      case .exportFolder: "where files go (e); nothing: the working directory"
      case .exportWidth: "of pictures, as 8.5cm, 17cm or 1200px"
      case .exportFontSize: "of pictures, in points"
      case .exportTheme: "of pictures; auto: that of the screen"
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
    case .exportFolder: .exportFolder
    case .exportWidth: .exportWidth
    case .exportFontSize: .exportFontSize
    case .exportTheme: .exportTheme
    }
  }
}
