import Analysis
import Spectra
import TensorFiles

/// All that the engine knows of one dump.
struct Subject {
  /// Its own, also where another dump had its name before.
  let number: Int
  /// As it was last seen.
  var found: FoundDump
  /// What its intervals take for an object.
  var objects: ObjectSource
  /// What came of it, of the state that was read last.
  var record: AnalysisRecord?
  /// Its spectra, unless the store has them.
  var spectra: DumpSpectra?
  /// The state that was read last.
  var analysed: SourceIdentity?
  /// What the store knows that state by, where it was told.
  var fingerprint: ContentFingerprint?
  /// What is kept for the rows that may come.
  var growing: GrowingDumpBox?
  /// Whether it has been written to since it was first seen.
  var hasChanged = false
  /// Whether what is in it now is not what is being computed.
  var isStale = false
  /// Whether it is to be computed from its files, whatever is remembered of them.
  var isRecomputed = false
  /// The work on it that is under way.
  var task: Task<Void, Never>?
  /// The linear probe that was asked for, be it waiting, under way or done.
  var probe: ProbeWork?
}
