import Analysis
public import Spectra

/// Everything that the screen is drawn from. It holds scalars and miniature spectra of all dumps, full spectra of a few.
public struct Model: Sendable, Equatable {
  /// What is being watched, as the user named it.
  let title: String
  /// The ranks that α is fitted to, for all dumps but those that have their own.
  var fitRange: FitRange
  var ownFitRanges: [AnalysisRecord.ID: FitRange] = [:]
  /// Whether the keys that move the ranks mean all dumps, or the selected one.
  var movesAllFitRanges = true
  /// Size of the terminal in cells.
  public internal(set) var columns: Int
  public internal(set) var rows: Int

  var dumps = DumpCollection()
  var table = ModelsTable()
  var screen = Screen.models
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
  var isDiscovering = true
  /// When something last changed on disk or in a result.
  var lastChange: ClockTime?

  /// Keys of two strokes.
  enum Chord: Sendable, Equatable {
    case sort
  }

  /// Nothing found yet, on a terminal of this size.
  public init(title: String, fitRange: FitRange = .standard, columns: Int, rows: Int) {
    self.title = title
    self.fitRange = fitRange
    self.columns = columns
    self.rows = rows
  }

  /// Dumps that wait, and dumps that are being computed.
  public var pendingCounts: (queued: Int, running: Int) { (dumps.queuedCount, dumps.computingCount) }

  /// The ranks that α of a dump is to be fitted to.
  func fitRange(of dump: AnalysisRecord.ID) -> FitRange { ownFitRanges[dump] ?? fitRange }

  /// The dump that screens show.
  var selected: DumpEntry? { table.selectedDump(in: dumps) }
}
