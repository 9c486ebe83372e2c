public import Analysis
import RunCatalog

extension AnalysisEngine {
  /// Forgets what is remembered of a dump, its probe too, and computes it from its files, from the beginning if that is under way. A live engine
  /// looks again into a file that could not be read.
  public func recompute(_ id: Dump.ID) {
    guard !isCancelled else { return }
    guard var subject = subjects[id] else {
      control?.lookAgain(id.file, at: .now)
      return
    }
    forgetProbe(of: id)
    subject.probe = nil
    subject.task?.cancel()
    subject.growing = nil
    subject.isRecomputed = true
    subject.isStale = subject.task != nil
    // Of a failure nothing is worth being shown meanwhile.
    if subject.record?.failure != nil { subject.record = nil }
    subjects[id] = subject
    queue.remove(id)
    if !subject.isStale { enqueue(id) }
    startWork()
  }
}
