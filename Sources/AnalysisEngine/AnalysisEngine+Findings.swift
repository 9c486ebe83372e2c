import Analysis
import AnalysisStore
import TensorFiles

/// What is found, and what happens to it.
extension AnalysisEngine {
  func take(_ findings: [DumpSurvey.Finding]) {
    guard !isCancelled else { return }
    for finding in findings { take(finding) }
    startWork()
    reportIdleness()
  }

  func take(_ finding: DumpSurvey.Finding) {
    switch finding {
    case .dump(let found): take(found)
    case .known(let record, let source): takeKnown(record, source)
    case .failure(let record):
      forgetWork(on: record.id)
      subjects[record.id] = nil
      report(.finished(record))
    case .described(let dump):
      // Of a file that cannot be read nothing else is known.
      if var subject = subjects[dump.id] {
        subject.found.record.dump = dump
        subject.record = subject.record?.described(as: dump)
        subjects[dump.id] = subject
      }
      report(.described(dump))
    case .vanished(let id):
      forgetWork(on: id)
      subjects[id] = nil
      ownSettings[id] = nil
      report(.vanished(id))
    case .settled(let id, let source):
      settle(id, source)
    case .run(let change):
      report(.run(change.run, change.state, lastSign: change.lastSign))
    case .watching(let root, let method):
      report(.watching(root, method))
    case .problem(let problem):
      report(.problem(problem.description))
    case .surveyed:
      queue.isDiscovering = false
      report(.discovered)
    }
  }

  func take(_ found: FoundDump) {
    let id = found.record.id
    guard var subject = subjects[id] else {
      subjects[id] = makeSubject(found)
      return enqueue(id)
    }
    let isSameState = subject.found.source == found.source
    if isSameState, subject.found.mode == found.mode {
      // A dump whose moments are kept is compared with all that is in its files in any case.
      guard found.isInDoubt, subject.growing == nil else { return }
    }
    forgetProbe(of: id)
    subject.probe = nil
    let isContinuation = found.canContinue(subject.found.source)
    subject.found = found
    if !isSameState { subject.hasChanged = true }
    if !isContinuation {
      // Something else is there now: what is being computed of it is of no use.
      subject.task?.cancel()
      subject.growing = nil
    }
    subject.isStale = subject.task != nil
    subjects[id] = subject
    queue.remove(id)
    if !subject.isStale { enqueue(id) }
  }

  func takeKnown(_ record: AnalysisRecord, _ source: SourceIdentity) {
    let id = record.id
    guard subjects[id]?.analysed != source else { return }
    forgetWork(on: id)
    guard let shape = record.shape else { return }
    var subject = makeSubject(
      FoundDump(
        record: AnalysisRecord(dump: record.dump, shape: shape), source: source,
        plan: configuration.plan(for: shape, fit: configuration.fit), mode: .finished, modified: 0))
    subject.record = record
    subject.analysed = source
    subjects[id] = subject
    report(.finished(record))
    // Settings may have been changed since the engine began.
    if settings(of: id) != configuration.fit { refit(id) }
    if record.uncertainty == nil { enqueueUncertainty(of: id) }
  }

  func forgetWork(on id: Dump.ID) {
    forgetProbe(of: id)
    queue.remove(id)
    subjects[id]?.task?.cancel()
  }

  func enqueue(_ id: Dump.ID) {
    guard let subject = subjects[id] else { return }
    var waiting = subject.record ?? subject.found.record
    waiting.dump = subject.found.record.dump
    waiting.requiredMemory = subject.found.record.requiredMemory
    add(.analysis, of: subject, byteCount: configuration.byteCount(of: subject))
    report(.queued(waiting))
  }

  func add(_ kind: JobQueue.Job.Kind, of subject: Subject, byteCount: Int) {
    queue.add(
      JobQueue.Job(
        dump: subject.found.record.id, subject: subject.number, kind: kind, byteCount: byteCount,
        isLarge: subject.found.record.shape?.gainsFromThreads ?? false,
        modified: configuration.isLive ? subject.found.modified : 0))
  }

  func endSurvey() {
    survey = nil
    if queue.isDiscovering {
      queue.isDiscovering = false
      report(.discovered)
    }
    startWork()
    reportIdleness()
  }
}
