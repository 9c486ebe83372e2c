import Analysis
import TensorFiles

/// Dumps that have grown.
extension AnalysisEngine {
  /// A dump has not changed for a while: is what was added to it what is in the file, all of it?
  func settle(_ id: Dump.ID, _ source: SourceIdentity) {
    guard let subject = subjects[id], let growing = subject.growing, subject.analysed == source, subject.task == nil
    else { return }
    // The moments, and their bytes for the store.
    add(.verification, of: subject, byteCount: 2 * growing.byteCount)
  }

  /// Lets go of moments that wait for rows, as many as do not fit beside what runs.
  func makeRoom() {
    growing = isCancelled ? [] : growing.filter { subjects[$0]?.growing != nil }
    queue.keptByteCount = growing.reduce(0) { $0 + (subjects[$1]?.growing?.byteCount ?? 0) }
    for id in growing {
      guard queue.keptByteCount > queue.room, let moments = subjects[id]?.growing else { continue }
      subjects[id]?.growing = nil
      queue.keptByteCount -= moments.byteCount
      guard !queue.awaitsAnalysis(of: id) else { continue }
      // Without them it cannot be seen whether all rows are still what they were.
      if moments.isOfOneState { enqueueUncertainty(of: id) } else { enqueue(id) }
    }
  }

  func verify(_ job: JobQueue.Job) {
    // The settings may have been changed since, and are what the store is told.
    refit(job.dump)
    guard let subject = subjects[job.dump], let growing = subject.growing, let source = subject.analysed,
      let record = subject.record
    else { return queue.finish(job) }
    let verification = DumpVerification(
      files: subject.found.record.dump.files, mode: subject.found.mode, identity: source, record: record,
      spectra: subject.spectra, parameters: configuration.parameters(fit: settings(of: job.dump)),
      isDated: subject.found.isDated, store: store)
    subjects[job.dump]?.growing = nil
    subjects[job.dump]?.task = Task(executorPreference: workers) { [weak self] in
      let outcome = verification.run(growing)
      await self?.finish(job, with: outcome, of: source)
    }
  }

  func finish(_ job: JobQueue.Job, with outcome: DumpVerification.Outcome, of source: SourceIdentity) {
    defer { goOn() }
    let id = job.dump
    guard case (var subject, let isStale)? = release(job) else { return }
    switch outcome {
    case .same(let isStored):
      if isStored { subject.spectra = nil }
      subjects[id] = subject
      if isStale { enqueue(id) } else { enqueueUncertainty(of: id) }
    case .other:
      // From the first row on.
      subject.growing = nil
      subjects[id] = subject
      enqueue(id)
    case .unknown:
      subjects[id] = subject
      if isStale { enqueue(id) }
    }
  }
}
