import Analysis
import LinearAlgebra
import SystemPackage
import TensorFiles

/// A dump that is to be analysed: what it is called, and what its header says.
struct FoundDump: Sendable {
  /// Nothing computed yet.
  var record: AnalysisRecord
  /// The state in which its files were seen.
  var source: SourceIdentity
  /// How its spectrum is going to be computed.
  var plan: SolverPlan
  /// Whether its files may be written to while they are read.
  var mode: ReadingMode
  /// When it was last written to, in seconds since 1970.
  var modified: Double
  /// Whether other bytes may be in its files than when they were seen in this state before.
  var isInDoubt = false
  /// Whether the state stands for what is in them from now on, as far as can be known.
  var isDated = true

  /// Whether this can be what another has become by rows that were added, and nothing else.
  func canContinue(_ other: SourceIdentity) -> Bool {
    zip(other.files, source.files).allSatisfy { old, new in
      old.device == new.device && old.inode == new.inode && old.byteCount <= new.byteCount
    } && other.files.count <= source.files.count
  }
}
