import Analysis
import RunCatalog
import SystemPackage
import TensorFiles

extension DumpSurvey {
  /// What was come upon.
  enum Finding: Sendable {
    /// A dump that has to be analysed, because it is new or has changed.
    case dump(FoundDump)
    /// A dump whose results are known already.
    case known(AnalysisRecord, SourceIdentity)
    /// A file that claims to be a dump and cannot be one; its record says why.
    case failure(AnalysisRecord)
    /// The surroundings of a dump say something else now.
    case described(Dump)
    case vanished(Dump.ID)
    /// A dump is as it was seen before, some time later.
    case settled(Dump.ID, SourceIdentity)
    case run(RunLedger.Change)
    case watching(FilePath, WatchMethod)
    /// Something beside the dumps that could not be read.
    case problem(CatalogProblem)
    /// All that was there at the start has been told.
    case surveyed
  }
}
