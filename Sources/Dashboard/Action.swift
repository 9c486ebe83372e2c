public import Analysis
public import Goldilocks
public import Spectra
public import TerminalCells

/// Whatever can happen to the dashboard.
public enum Action: Sendable, Equatable {
  case key(KeyEvent)
  case mouse(MouseEvent)
  case paste(String)
  case resized(columns: Int, rows: Int)
  /// News from the engine, with the clock time at which they came.
  case engine(EngineUpdate, at: ClockTime)
  /// The answer to `Effect.replay`; nil where there were too few models.
  case replayed(SelectionReplay.Setting, SelectionReplay?)
  /// What came of an effect, in a line for the user.
  case notice(String)
  /// The same of what went wrong.
  case failure(String)
  /// What came of `Effect.export`: the name as it was asked for, and where the file is.
  case exported(named: String, path: String, isPathCopied: Bool)
  case exportExists(ExportRequest, named: String)
  /// The themes that there are now.
  case themes([ThemeEntry])
  /// The answer to `Effect.loadSpectra`; nil where the dump has none.
  case spectraLoaded(Dump.ID, DumpSpectra?)
  /// How far the experiment of `Effect.simulate` has come.
  case simulated(LaboratoryResults)
  /// The answer to `Effect.compareViews`.
  case viewsCompared(Dump.ID, ViewComparison)
}
