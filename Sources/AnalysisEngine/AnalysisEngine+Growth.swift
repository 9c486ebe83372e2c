import Analysis
import TensorFiles

/// Dumps that have grown.
extension AnalysisEngine {
  /// A dump has not changed for a while: is what was added to it what is in the file, all of it?
  func settle(_ id: Dump.ID, _ source: SourceIdentity) {
    guard let subject = subjects[id], subject.growing != nil, subject.analysed == source, subject.task == nil else {
      return
    }
    add(.verification, of: subject, byteCount: 0)
  }

  func verify(_ job: JobQueue.Job) {
    guard let subject = subjects[job.dump], let growing = subject.growing, let source = subject.analysed,
      let record = subject.record
    else { return queue.finish(job) }
    let verification = DumpVerification(
      files: subject.found.record.dump.files, mode: subject.found.mode, identity: source, record: record,
      spectra: subject.spectra, parameters: configuration.parameters(fit: settings(of: job.dump)), store: store)
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
