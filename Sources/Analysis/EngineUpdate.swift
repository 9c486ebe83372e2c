public import Spectra
public import SystemPackage

/// What the engine has to say. Results are never dropped; progress may be, the newest wins.
public enum EngineUpdate: Sendable, Equatable {
  /// A dump was found, or has changed, and waits for its turn. Its record holds what was known before, if anything was.
  case queued(AnalysisRecord)
  /// A dump is being computed; this many of its rows are done, at this many in a second so far.
  case progressed(Dump.ID, rows: Int, perSecond: Double)
  /// A first idea of a dump that is being computed, to be replaced by its result.
  case previewed(AnalysisRecord)
  /// A dump is done, or failed. Its spectrum is the engine's to give.
  case finished(AnalysisRecord)
  /// A dump that was done has been fitted over other ranks; its spectrum is the same.
  case refitted(AnalysisRecord)
  /// The intervals of a dump that was done have come.
  case refined(AnalysisRecord)
  /// A linear probe of a dump was asked for; nil while it waits for its turn.
  case probing(Dump.ID, ProbeProgress?)
  /// The probe has ended; nil where there is none any more, because the dump has changed or gone since it was asked for.
  case probed(Dump.ID, ProbeRecord?)
  /// What surrounds a dump says something else now: its metrics have come, say.
  case described(Dump)
  /// A dump is no longer there.
  case vanished(Dump.ID)
  /// What a run is doing, and when it last wrote anything (seconds since 1970).
  case run(RunID, RunActivity.State, lastSign: Double)
  /// How a directory is being watched.
  case watching(FilePath, WatchMethod)
  /// Something beside the dumps could not be read; nothing else is lost.
  case problem(String)
  /// The directories have been walked to their ends; more results can follow.
  case discovered
  /// Nothing is left to do.
  case idle
}
