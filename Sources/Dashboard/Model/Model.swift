public import Analysis
public import ChartCells
public import Spectra

/// Everything that the screen is drawn from. It holds scalars and miniature spectra of all dumps, full spectra of a few.
///
/// What belongs together is a value with functions of its own; the model joins them. What follows from them is found
/// out in one pass after every action (`settle`).
public struct Model: Sendable, Equatable {
  /// What is being watched, as the user named it.
  let title: String
  /// Which key does what.
  let keymap: Keymap

  var dumps = DumpCollection()
  var table = ModelsTable()
  /// How α is fitted.
  var fits: FitChoices
  var spectra = SpectrumCache()
  var laboratory = Laboratory()
  /// Selection on a budget.
  var procedure = Procedure()

  var screens = ScreenTrail()
  /// What all charts show.
  var options = FigureOptions()
  /// The charts of the open screen.
  var charts = OpenCharts()
  /// Marks, the pinned dump, and how charts are looked at: what can be undone.
  var view = ViewState()
  var history = ViewHistory()

  var input = Input()
  var filters = FilterInput()
  var news: News
  var look: Look
  var exports = Exports()
  /// What was remembered of these directories and waits for their dumps.
  var remembered: Session?

  /// Nothing found yet, on a terminal of this size.
  ///
  /// - Parameters:
  ///   - title: what is being watched, as the user named it.
  ///   - alertRules: what calls for attention.
  ///   - keymap: which key does what.
  public init(
    title: String, fit: FitSettings = FitSettings(), alertRules: [AlertRule] = [.collapse], keymap: Keymap = .standard,
    columns: Int, rows: Int
  ) {
    self.title = title
    self.keymap = keymap
    fits = FitChoices(fit)
    news = News(alertRules: alertRules)
    look = Look(columns: columns, rows: rows)
  }

  /// Size of the terminal in cells.
  public var columns: Int { look.columns }
  public var rows: Int { look.rows }
  /// What curves are drawn with.
  public var canvas: ChartCanvas { look.canvas }
  /// Whether the mouse is the dashboard's, or left to the terminal.
  public var takesMouse: Bool { look.takesMouse }
  /// How pictures are drawn.
  public var exportStyle: ExportStyle { exports.style }
  /// Where files go, with a slash at its end; empty for the working directory.
  public var exportFolder: String { exports.folder }

  /// The model knows what it is drawn with, for the mouse is over what was drawn.
  public mutating func draw(with canvas: ChartCanvas) { look.draw(with: canvas) }

  /// Dumps that wait, and dumps that are being computed.
  public var pendingCounts: (queued: Int, running: Int) { (dumps.queuedCount, dumps.computingCount) }

  /// The open screen.
  var screen: Screen { screens.open }

  /// The dump that screens show.
  var selected: DumpEntry? { table.selectedDump(in: dumps) }
}
