public import Analysis
import CBackground
public import Foundation
public import LinearAlgebra
public import Spectra
public import SystemPackage
import TensorFiles

/// Finds dumps, decides which to compute next, and reports what comes of it. It only schedules: walking, reading and
/// arithmetic block, and run on threads of their own at a low priority.
///
/// Parallelism is across dumps, each with single-threaded BLAS; one large dump alone gets all cores.
public actor AnalysisEngine {
  /// What holds for every analysis of an engine.
  public struct Configuration: Sendable {
    /// How α is fitted.
    public var fit: FitSettings
    /// Dumps computed at a time.
    public var workerCount: Int
    /// Bytes that the analyses of one time may take together; a dump that needs more alone is refused. By default what the
    /// machine has.
    public var memoryLimit: Int
    /// What rows are multiplied in; double for numbers that are to be quoted.
    public var precision = AccumulationPrecision.float64
    /// Measures that take a pass of their own over the features.
    public var requested: Set<Measure> = []
    /// Whether every result is followed by its intervals, after all results.
    public var computesUncertainty = false
    /// Whether somebody is looking: large dumps then get a preview of α before their full spectrum.
    public var showsPreviews = false

    public init(
      fit: FitSettings = FitSettings(), workerCount: Int,
      memoryLimit: Int = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    ) {
      self.fit = fit
      self.workerCount = workerCount
      self.memoryLimit = memoryLimit
    }
  }

  private let configuration: Configuration
  private let report: @Sendable (EngineUpdate) -> Void
  private let workers: WorkerPool
  private let scout: WorkerPool
  private let messenger: WorkerPool
  /// Where tasks that talk to the engine run without waking anything else: Swift's own pool, once used, looks after its threads
  /// every second for ever.
  public nonisolated var executor: any TaskExecutor { messenger }

  private var known: Set<Dump.ID> = []
  private var queue: JobQueue
  private var running: [Dump.ID: Task<Void, Never>] = [:]
  private var discovery: Task<Void, Never>?
  private var isCancelled = false
  private var results: [Dump.ID: DumpAnalysis.Result] = [:]
  /// For all dumps but those that have their own.
  private var settings: FitSettings
  private var ownSettings: [Dump.ID: FitSettings] = [:]

  /// Niceness of everything that computes: a training job on the same machine goes first.
  private static let niceness: Int32 = 10

  /// - Parameter report: called from any thread; has to return at once.
  public init(_ configuration: Configuration, report: @escaping @Sendable (EngineUpdate) -> Void) {
    self.configuration = configuration
    self.report = report
    settings = configuration.fit
    queue = JobQueue(workerCount: configuration.workerCount, memoryLimit: configuration.memoryLimit)
    // The setting is the process's. Nothing runs in BLAS yet, and every engine asks for the same.
    BLAS.threadCount = 1
    workers = WorkerPool(name: "analysis", threadCount: configuration.workerCount, niceness: Self.niceness)
    scout = WorkerPool(name: "discovery", threadCount: 1, niceness: Self.niceness)
    messenger = WorkerPool(name: "messages", threadCount: 1, niceness: 0)
  }

  deinit {
    workers.stop()
    scout.stop()
    messenger.stop()
  }

  /// Looks for dumps at these paths, in their order, and computes what it finds. `idle` follows when all is done. Called once.
  public func open(_ roots: [FilePath]) {
    discovery = Task(executorPreference: scout) { [weak self, configuration] in
      for root in roots {
        for finding in DumpDiscovery(root: root, configuration: configuration) {
          if Task.isCancelled { return }
          await self?.take(finding)
        }
      }
      await self?.endDiscovery()
    }
  }

  /// The spectra of a dump that is done, nil for any other.
  public func spectra(of dump: Dump.ID) -> DumpSpectra? { results[dump]?.spectra }

  /// Fits α anew, for one dump or, with nil, for all, those that had settings of their own included. Every record that this
  /// changes is reported as refitted; what is analysed later is fitted so, too.
  public func fit(_ settings: FitSettings, to dump: Dump.ID?) {
    if let dump {
      ownSettings[dump] = settings
      refit(dump)
    } else {
      self.settings = settings
      ownSettings = [:]
      for id in results.keys { refit(id) }
    }
  }

  private func settings(of dump: Dump.ID) -> FitSettings { ownSettings[dump] ?? settings }

  private func refit(_ id: Dump.ID) {
    guard let result = results[id], let spectra = result.spectra else { return }
    let record = result.record.fitted(to: spectra, with: settings(of: id))
    guard record != result.record else { return }
    results[id]?.record = record
    report(.refitted(record))
  }

  /// Stops within a block of rows. Nothing is reported after it but what is under way.
  public func cancel() {
    isCancelled = true
    discovery?.cancel()
    queue.removeWaiting()
    for task in running.values { task.cancel() }
  }

  private func take(_ finding: DumpDiscovery.Finding) {
    guard !isCancelled else { return }
    switch finding {
    case .dump(let record, let plan):
      // The same path by two arguments is one dump.
      guard known.insert(record.id).inserted else { return }
      queue.add(
        JobQueue.Job(
          dump: record.dump, kind: .analysis, byteCount: plan.byteCount,
          isLarge: record.shape?.gainsFromThreads ?? false))
      report(.queued(record))
      startWork()
    case .failure(let record):
      guard known.insert(record.id).inserted else { return }
      report(.finished(record))
    case .problem(let problem):
      report(.problem(problem.description))
    }
  }

  private func endDiscovery() {
    discovery = nil
    queue.isDiscovering = false
    report(.discovered)
    startWork()
    reportIdleness()
  }

  private func startWork() {
    while let (job, threadCount) = queue.next() {
      // More threads than cores wait for one another.
      let threadCount = min(threadCount, ProcessInfo.processInfo.activeProcessorCount)
      // Jobs run beside one another only with one thread each, so nothing else is in BLAS where this is a change.
      if threadCount != BLAS.threadCount { BLAS.threadCount = threadCount }
      switch job.kind {
      case .analysis: analyse(job)
      case .uncertainty: computeUncertainty(job)
      }
    }
  }

  private func analyse(_ job: JobQueue.Job) {
    let analysis = DumpAnalysis(dump: job.dump, settings: settings(of: job.dump.id), configuration: configuration)
    running[job.dump.id] = Task(executorPreference: workers) { [report, weak self] in
      let result = try? analysis.run(report: report)
      await self?.finish(job, with: result)
    }
  }

  private func finish(_ job: JobQueue.Job, with result: DumpAnalysis.Result?) {
    end(job)
    let id = job.dump.id
    if let result {
      report(.finished(result.record))
      results[id] = result
      // The settings may have been changed while this dump was being computed.
      refit(id)
      if configuration.computesUncertainty, !isCancelled, result.spectra != nil, let shape = result.record.shape {
        let plan = UncertaintyPlan(shape, memoryLimit: configuration.memoryLimit)
        queue.add(JobQueue.Job(dump: job.dump, kind: .uncertainty, byteCount: plan.byteCount, isLarge: job.isLarge))
      }
    }
    startWork()
    reportIdleness()
  }

  private func computeUncertainty(_ job: JobQueue.Job) {
    let id = job.dump.id
    guard let result = results[id], let spectra = result.spectra, let identity = result.identity,
      let sampleCount = result.record.usedSampleCount
    else { return end(job) }
    let uncertainty = DumpUncertainty(
      path: job.dump.path, identity: identity, spectrum: spectra.spectrum, sampleCount: sampleCount,
      configuration: configuration)
    running[id] = Task(executorPreference: workers) { [weak self] in
      let outcome = Result { try uncertainty.run() }
      await self?.finish(job, with: outcome)
    }
  }

  private func finish(_ job: JobQueue.Job, with outcome: Swift.Result<DumpSpectra, any Error>) {
    end(job)
    let id = job.dump.id
    switch outcome {
    case .success(let spectra):
      results[id]?.spectra = spectra
      if let record = results[id]?.record.fitted(to: spectra, with: settings(of: id)) {
        results[id]?.record = record
        report(.refined(record))
      }
    case .failure(let error):
      guard let failure = AnalysisFailure(error) else { break }
      results[id]?.record.warnings.append(AnalysisWarning(.noInterval, "no interval: \(failure.message)"))
      if let record = results[id]?.record { report(.refined(record)) }
    }
    startWork()
    reportIdleness()
  }

  private func end(_ job: JobQueue.Job) {
    running[job.dump.id] = nil
    queue.finish(job)
  }

  private func reportIdleness() {
    guard discovery == nil, queue.isEmpty else { return }
    // Matrices that are no longer needed go back to the system, not to a heap that nobody will use.
    eigentop_release_unused_memory()
    report(.idle)
  }
}
