public import Analysis
public import Spectra

/// The linear probe of a dump, as far as it is the engine's.
struct ProbeWork {
  /// Every probe has its own.
  let number: Int
  let options: LinearProbe.Options
  var isDone = false
  var task: Task<Void, Never>?
}

/// Linear probes, on request.
extension AnalysisEngine {
  /// Bytes are set aside for so many classes; a probe of more is begun again with all the memory there is.
  private static let usualClassCount = 1_000

  /// Trains a linear probe on the features of a dump and the labels beside it, before anything else is computed. Reports
  /// `probing` at once and while it goes on, and `probed` at the end. A probe of the same dump that has not ended goes on instead.
  ///
  /// - Parameter options: all but their limit of memory, which is the engine's.
  public func probe(_ id: Dump.ID, options: LinearProbe.Options = LinearProbe.Options()) {
    guard !isCancelled, let subject = subjects[id], subject.probe?.isDone ?? true,
      let shape = subject.found.record.shape
    else { return }
    probeCount += 1
    subjects[id]?.probe = ProbeWork(number: probeCount, options: options)
    report(.probing(id, nil))
    let needed = LinearProbe.byteCount(
      method: options.method, featureCount: shape.featureCount, classCount: Self.usualClassCount)
    enqueueProbe(of: id, number: probeCount, byteCount: min(needed, configuration.memoryLimit))
    startWork()
  }

  private func enqueueProbe(of id: Dump.ID, number: Int, byteCount: Int) {
    queue.add(JobQueue.Job(dump: id, subject: number, kind: .probe, byteCount: byteCount, isLarge: false))
  }

  func probe(_ job: JobQueue.Job) {
    guard let subject = subjects[job.dump], let work = subject.probe, work.number == job.subject else {
      return queue.finish(job)
    }
    var options = work.options
    options.memoryLimit = job.byteCount
    let found = subject.found
    let features = Features(found.record.dump.files, mode: found.mode, seenAs: found.source)
    subjects[job.dump]?.probe?.task = Task(executorPreference: workers) { [report, weak self] in
      var last = ContinuousClock.now
      let record = try? DumpProbe.run(features, options: options) { progress in
        let now = ContinuousClock.now
        guard now - last > .milliseconds(100) else { return }
        last = now
        report(.probing(job.dump, progress))
      }
      await self?.finish(job, with: record)
    }
  }

  private func finish(_ job: JobQueue.Job, with record: ProbeRecord?) {
    defer { goOn() }
    queue.finish(job)
    // No longer wanted: whoever forgot it has said so.
    guard !isCancelled, let record, subjects[job.dump]?.probe?.number == job.subject else { return }
    if record.failure?.code == .tooMuchMemory, job.byteCount < configuration.memoryLimit {
      return enqueueProbe(of: job.dump, number: job.subject, byteCount: configuration.memoryLimit)
    }
    subjects[job.dump]?.probe?.isDone = true
    report(.probed(job.dump, record))
  }

  /// What was, or would have been, found of a dump says nothing of what is in it now.
  func forgetProbe(of id: Dump.ID) {
    guard let probe = subjects[id]?.probe else { return }
    probe.task?.cancel()
    subjects[id]?.probe = nil
    report(.probed(id, nil))
  }
}
