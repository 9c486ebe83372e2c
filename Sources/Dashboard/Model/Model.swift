public import Analysis
import ChartCells
import Figures
import Goldilocks
public import Spectra
import SystemPackage

/// Everything that the screen is drawn from. It holds scalars and miniature spectra of all dumps, full spectra of a few.
public struct Model: Sendable, Equatable {
  /// What is being watched, as the user named it.
  let title: String
  /// Which key does what.
  let keymap: Keymap
  /// How α is fitted, for all dumps but those that have settings of their own.
  var fitSettings: FitSettings
  var ownFitSettings: [AnalysisRecord.ID: FitSettings] = [:]
  /// Whether the keys that change the fit mean all dumps, or the selected one.
  var fitsAllDumps = true
  /// Size of the terminal in cells.
  public internal(set) var columns: Int
  public internal(set) var rows: Int

  var dumps = DumpCollection()
  var table = ModelsTable()
  var screen = Screen.models
  /// Where Esc leads back to.
  var previousScreen = Screen.models
  /// What all charts show.
  var options = FigureOptions()
  /// The charts of the open screen.
  var charts = OpenCharts()
  /// Selection on a budget.
  var procedure = Procedure()
  var view = ViewState()
  /// What `view` was before, for undoing; the last one is the newest.
  var viewHistory: [ViewState] = []
  var paneSizes = PaneSizes()
  /// Whether the mouse is the dashboard's, or left to the terminal.
  public internal(set) var takesMouse = true
  /// What a held button is moving.
  var gesture: MouseGesture?
  /// Whether the last input was a drag or a wheel: what follows of it is undone with it.
  var isGesturing = false
  var overlays: [Overlay] = []
  /// A key that waits for the one after it.
  var chord: Chord?
  /// What the user is told about the last key, until the next.
  var notice: String?
  /// Whether anything has happened since that what the filter leaves out may depend on.
  var filterIsStale = false
  /// What there is to compare, as of the last letter of a filter.
  var filterFields = FilterFields()
  /// Filters that were used, the newest last, and the one that the prompt shows.
  var filterHistory: [String] = []
  var historyIndex = 0
  var noticeIsFailure = false
  /// The themes that there are, the one that was chosen, and the one that is drawn, which is another while choosing.
  var themes: [ThemeEntry] = []
  var theme = Setting.automaticTheme
  var drawnTheme = Setting.automaticTheme
  /// What curves are to be drawn with, nil for what the terminal can show; and what they are drawn with.
  var glyphs: ChartCanvas?
  var canvas = ChartCanvas.braille
  var showsDetails = true
  /// How pictures are drawn and where files go.
  public internal(set) var exportStyle = ExportStyle()
  /// With a slash at its end; empty for the working directory.
  public internal(set) var exportFolder = ""
  /// What was asked for last.
  var lastExport = ExportRequest(.chart, as: .svg)
  /// What was remembered of these directories and waits for their dumps.
  var remembered: Session?
  /// The line that is being typed.
  var prompt: Prompt?
  var spectra = SpectrumCache()
  var laboratory = Laboratory()
  /// A spectrum that was asked for and has not come yet.
  var requestedSpectrum: AnalysisRecord.ID?
  /// What could not be read besides the dumps.
  var problems: [String] = []
  /// What calls for attention, and the dumps that do.
  var alerts: AlertJournal
  /// The last results, newest first.
  var recentResults: [RecentResult] = []
  /// How each directory is being watched, in the order in which they were opened.
  var watching: [Watch] = []
  /// What has come since the screen was frozen; nil while it is not.
  var heldNews: HeldNews?
  /// Whether the selection goes to each result that comes, and one that it has not gone to yet.
  var isFollowing = false
  var newestResult: AnalysisRecord.ID?
  /// The dumps that were last said to be looked at.
  var focus: [AnalysisRecord.ID] = []
  /// What was found at the start is done: what comes now is news.
  var hasCaughtUp = false
  var isDiscovering = true
  /// Nothing is being computed, intervals neither.
  var isIdle = false
  /// When something last changed on disk or in a result.
  var lastChange: ClockTime?

  /// A result that came, and when.
  struct RecentResult: Sendable, Equatable {
    var dump: AnalysisRecord.ID
    var time: ClockTime
  }

  /// A directory that is being watched.
  struct Watch: Sendable, Equatable {
    var root: FilePath
    var method: WatchMethod
  }

  /// The model knows what it is drawn with, for the mouse is over what was drawn.
  public mutating func draw(with canvas: ChartCanvas) { self.canvas = canvas }

  /// Keys of two strokes.
  enum Chord: Sendable, Equatable {
    case sort, axes
  }

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
    fitSettings = fit
    alerts = AlertJournal(rules: alertRules)
    self.columns = columns
    self.rows = rows
  }

  /// Dumps that wait, and dumps that are being computed.
  public var pendingCounts: (queued: Int, running: Int) { (dumps.queuedCount, dumps.computingCount) }

  /// How α of a dump is to be fitted.
  func fitSettings(of dump: AnalysisRecord.ID) -> FitSettings { ownFitSettings[dump] ?? fitSettings }

  /// The dump that screens show.
  var selected: DumpEntry? { table.selectedDump(in: dumps) }
}
