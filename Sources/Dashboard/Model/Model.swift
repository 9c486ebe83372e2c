public import Analysis
public import Spectra
import SystemPackage

/// Everything that the screen is drawn from. It holds scalars and miniature spectra of all dumps, full spectra of a few.
public struct Model: Sendable, Equatable {
  /// What is being watched, as the user named it.
  let title: String
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
  var spectrumView = SpectrumViewKind.eigenvalues
  var overlays: [Overlay] = []
  /// A key that waits for the one after it.
  var chord: Chord?
  /// The line that is being typed.
  var prompt: Prompt?
  var spectra = SpectrumCache()
  /// A spectrum that was asked for and has not come yet.
  var requestedSpectrum: AnalysisRecord.ID?
  /// What could not be read besides the dumps.
  var problems: [String] = []
  /// What calls for attention, and the dumps that do.
  let alertRules: [AlertRule]
  var alerts: [AnalysisRecord.ID: [AlertRule]] = [:]
  /// The last results, newest first.
  var recentResults: [RecentResult] = []
  /// How each directory is being watched, in the order in which they were opened.
  var watching: [Watch] = []
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

  /// Keys of two strokes.
  enum Chord: Sendable, Equatable {
    case sort
  }

  /// Nothing found yet, on a terminal of this size.
  ///
  /// - Parameters:
  ///   - title: what is being watched, as the user named it.
  ///   - alertRules: what calls for attention.
  public init(
    title: String, fit: FitSettings = FitSettings(), alertRules: [AlertRule] = [.collapse], columns: Int, rows: Int
  ) {
    self.title = title
    fitSettings = fit
    self.alertRules = alertRules
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
