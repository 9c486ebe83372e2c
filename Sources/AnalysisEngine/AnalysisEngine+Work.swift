import Analysis
import CBackground
import Foundation
import LinearAlgebra
import Spectra
import TensorFiles

/// What is computed, and what comes of it.
extension AnalysisEngine {
  /// A dump that was written to is left alone for as many times as its analysis took, so that one that grows does not take all.
  private static let restFactor = 4.0
  /// The least and the most of that, in seconds: what an eye can use, and what it waits for.
  private static let rest = 0.25...30.0
  /// Seconds after which a dump that does not change any more is taken for written.
  private static let settlingTime = 3.0

  func startWork() {
    while let (job, threadCount) = nextJob() {
      // More threads than cores wait for one another.
      let threadCount = min(threadCount, ProcessInfo.processInfo.activeProcessorCount)
      // Jobs run beside one another only with one thread each, so nothing else is in BLAS where this is a change.
      if threadCount != BLAS.threadCount { BLAS.threadCount = threadCount }
      switch job.kind {
      case .probe: probe(job)
      case .analysis: analyse(job)
      case .verification: verify(job)
      case .uncertainty: computeUncertainty(job)
      }
    }
  }

  private func nextJob() -> (job: JobQueue.Job, threadCount: Int)? {
    makeRoom()
    return queue.next()
  }

  func analyse(_ job: JobQueue.Job) {
    guard let subject = subjects[job.dump] else { return queue.finish(job) }
    let found = subject.found
    let analysis = DumpAnalysis(
      dump: found.record.dump, mode: found.mode, settings: settings(of: job.dump), configuration: configuration,
      store: store, growing: subject.growing, keeping: configuration.keeping(subject), isDated: found.isDated,
      isRecomputation: subject.isRecomputed)
    subjects[job.dump]?.growing = nil
    subjects[job.dump]?.task = Task(executorPreference: workers) { [report, weak self] in
      let start = ContinuousClock.now
      let result = try? analysis.run(report: report)
      await self?.finish(job, with: result, taking: (ContinuousClock.now - start) / .seconds(1))
    }
  }

  /// Takes a job that has ended off the queue. What is known of its dump, ready for the next, and whether what is in it now is
  /// something else; nil where nobody wants to know any more, be it that the dump has gone, another of its name there or not.
  func release(_ job: JobQueue.Job) -> (subject: Subject, isStale: Bool)? {
    queue.finish(job)
    guard var subject = subjects[job.dump], subject.number == job.subject, !isCancelled else { return nil }
    let isStale = subject.isStale
    subject.task = nil
    subject.isStale = false
    return (subject, isStale)
  }

  /// Begins what may begin, or says that there is nothing.
  func goOn() {
    startWork()
    admitGuests()
    reportIdleness()
  }

  func finish(_ job: JobQueue.Job, with result: DumpAnalysis.Result?, taking seconds: Double) {
    defer { goOn() }
    let id = job.dump
    guard case (var subject, let isStale)? = release(job) else { return }
    if var result {
      // The surroundings may have come to say something else meanwhile.
      result.record = result.record.described(as: subject.found.record.dump)
      subject.record = result.record
      subject.spectra = result.spectra
      subject.analysed = result.source
      subject.fingerprint = result.fingerprint
      subject.growing = result.growing
    }
    if result != nil, !isStale { subject.isRecomputed = false }
    subjects[id] = subject
    if subject.growing != nil { growing.insert(id) }
    if let record = subject.record, result != nil, !isStale || record.failure == nil {
      report(.finished(record))
      // The settings may have been changed while this dump was being computed.
      refit(id)
    }
    if configuration.isLive {
      let rest = min(max(seconds * Self.restFactor, Self.rest.lowerBound), Self.rest.upperBound)
      for file in subject.found.record.dump.files { control?.holdOff(file, until: .now + .seconds(rest)) }
    }
    if isStale {
      enqueue(id)
    } else if subject.growing != nil {
      control?.lookAgain(id.file, at: .now + .seconds(Self.settlingTime))
    } else if result?.record.uncertainty == nil {
      enqueueUncertainty(of: id)
    }
  }

  func enqueueUncertainty(of id: Dump.ID) {
    guard configuration.computesUncertainty, !isCancelled, let subject = subjects[id], let record = subject.record,
      record.summary != nil, let shape = record.shape
    else { return }
    add(
      .uncertainty, of: subject,
      byteCount: UncertaintyPlan(shape, memoryLimit: configuration.memoryLimit).byteCount)
  }

  func computeUncertainty(_ job: JobQueue.Job) {
    let id = job.dump
    guard let subject = subjects[id], let spectra = spectra(of: id), let source = subject.analysed,
      let sampleCount = subject.record?.usedSampleCount
    else { return queue.finish(job) }
    let files = subject.found.record.dump.files
    let objects = configuration.objects(of: files)
    subjects[id]?.objects = objects
    let uncertainty = DumpUncertainty(
      files: files, mode: subject.found.mode, identity: source, objects: objects, spectrum: spectra.spectrum,
      sampleCount: sampleCount, configuration: configuration)
    subjects[id]?.task = Task(executorPreference: workers) { [weak self] in
      let outcome = Result { try uncertainty.run() }
      await self?.finish(job, with: outcome, of: source)
    }
  }

  func finish(
    _ job: JobQueue.Job, with outcome: Swift.Result<DumpSpectra, any Error>, of source: SourceIdentity
  ) {
    defer { goOn() }
    let id = job.dump
    guard case (let subject, let isStale)? = release(job) else { return }
    subjects[id] = subject
    if isStale { return enqueue(id) }
    guard subject.analysed == source else { return }
    switch outcome {
    case .success(let spectra):
      guard let record = subject.record?.fitted(to: spectra, with: settings(of: id)) else { return }
      subjects[id]?.record = record
      remember(record, spectra, of: id, source)
      report(.refined(record))
    case .failure(let error):
      guard let failure = AnalysisFailure(error) else { return }
      subjects[id]?.record?.warnings.append(AnalysisWarning(.noInterval, "no interval: \(failure.message)"))
      if let record = subjects[id]?.record { report(.refined(record)) }
    }
  }

  /// Lets the store have what is known about a dump that it knows already, and keeps here what it does not take.
  func remember(_ record: AnalysisRecord, _ spectra: DumpSpectra, of id: Dump.ID, _ source: SourceIdentity) {
    subjects[id]?.spectra = spectra
    guard let subject = subjects[id], let fingerprint = subject.fingerprint ?? store.fingerprint(of: source) else {
      return
    }
    let isDated = subject.found.isDated
    store.save(
      record, spectra, of: isDated ? source : nil, fingerprint,
      configuration.parameters(fit: settings(of: id), objects: subject.objects))
    if isDated, store.spectra(of: source, configuration.precision, partsOf: subject.objects) == spectra {
      subjects[id]?.spectra = nil
    }
  }

  func reportIdleness() {
    guard !queue.isDiscovering, queue.isEmpty else { return }
    // Matrices that are no longer needed go back to the system, not to a heap that nobody will use.
    eigentop_release_unused_memory()
    report(.idle)
  }
}
