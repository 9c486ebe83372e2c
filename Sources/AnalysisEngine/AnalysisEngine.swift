public import Analysis
public import Foundation
import LinearAlgebra
public import Spectra
public import SystemPackage

/// Finds dumps, decides which to compute next, and reports what comes of it. It only schedules: walking, reading and
/// arithmetic block, and run on threads of their own at a low priority.
///
/// Parallelism is across dumps, each with single-threaded BLAS.
public actor AnalysisEngine {
  /// What holds for every analysis of an engine.
  public struct Configuration: Sendable {
    /// Ranks that α is fitted to.
    public var fitRange: FitRange
    /// Dumps computed at a time.
    public var workerCount: Int
    /// Bytes that the analyses of one time may take together; a dump that needs more alone is refused. By default what the
    /// machine has.
    public var memoryLimit: Int

    public init(
      fitRange: FitRange = .standard, workerCount: Int,
      memoryLimit: Int = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    ) {
      self.fitRange = fitRange
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
  /// Dumps that wait, with the bytes that their analyses take.
  private var queue: [(dump: Dump, byteCount: Int)] = []
  /// Bytes that the running analyses take.
  private var bytesInUse: [Dump.ID: Int] = [:]
  private var running: [Dump.ID: Task<Void, Never>] = [:]
  private var discovery: Task<Void, Never>?
  private var results: [Dump.ID: (record: AnalysisRecord, spectrum: Eigenspectrum)] = [:]
  /// Ranks for all dumps but those that have their own.
  private var fitRange: FitRange
  private var ownFitRanges: [Dump.ID: FitRange] = [:]

  /// Niceness of everything that computes: a training job on the same machine goes first.
  private static let niceness: Int32 = 10

  /// - Parameter report: called from any thread; has to return at once.
  public init(_ configuration: Configuration, report: @escaping @Sendable (EngineUpdate) -> Void) {
    self.configuration = configuration
    self.report = report
    fitRange = configuration.fitRange
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
    discovery = Task(executorPreference: scout) { [weak self] in
      for root in roots {
        for finding in DumpDiscovery(root: root) {
          if Task.isCancelled { return }
          await self?.take(finding)
        }
      }
      await self?.endDiscovery()
    }
  }

  /// The eigenspectrum of a dump that is done, nil for any other.
  public func spectrum(of dump: Dump.ID) -> Eigenspectrum? { results[dump]?.spectrum }

  /// Fits α anew over other ranks, for one dump or, with nil, for all, those that had ranks of their own included. Every record
  /// that this changes is reported as refitted; what is analysed later is fitted over the new ranks.
  public func fit(_ range: FitRange, to dump: Dump.ID?) {
    if let dump {
      ownFitRanges[dump] = range
      refit(dump)
    } else {
      fitRange = range
      ownFitRanges = [:]
      for id in results.keys { refit(id) }
    }
  }

  private func refit(_ id: Dump.ID) {
    guard let (old, spectrum) = results[id] else { return }
    let record = old.fitted(to: spectrum, over: ownFitRanges[id] ?? fitRange)
    guard record != old else { return }
    results[id] = (record, spectrum)
    report(.refitted(record))
  }

  /// Stops within a block of rows. Nothing is reported after it but what is under way.
  public func cancel() {
    discovery?.cancel()
    queue = []
    for task in running.values { task.cancel() }
  }

  private func take(_ finding: DumpDiscovery.Finding) {
    // `cancel` may have come since the walk asked, but cannot come any more.
    guard !Task.isCancelled else { return }
    switch finding {
    case .dump(let record):
      // The same path by two arguments is one dump.
      guard known.insert(record.id).inserted else { return }
      queue.append((record.dump, record.shape.map(\.analysisByteCount) ?? 0))
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
    report(.discovered)
    reportIdleness()
  }

  private func startWork() {
    while running.count < configuration.workerCount {
      // What does not fit beside the others waits for them; what does not fit alone is refused by the analysis itself.
      let free = configuration.memoryLimit - bytesInUse.values.reduce(0, +)
      guard let next = queue.firstIndex(where: { running.isEmpty || $0.byteCount <= free }) else { return }
      let (dump, byteCount) = queue.remove(at: next)
      bytesInUse[dump.id] = byteCount
      let analysis = DumpAnalysis(
        dump: dump, fitRange: fitRange, memoryLimit: configuration.memoryLimit)
      running[analysis.dump.id] = Task(executorPreference: workers) { [report, weak self] in
        let result = try? analysis.run { report(.progressed(analysis.dump.id, rows: $0)) }
        await self?.finish(analysis.dump.id, with: result)
      }
    }
  }

  private func finish(_ dump: Dump.ID, with result: DumpAnalysis.Result?) {
    running[dump] = nil
    bytesInUse[dump] = nil
    if let result {
      report(.finished(result.record))
      if let spectrum = result.spectrum { results[dump] = (result.record, spectrum) }
      // The ranks may have been changed while this dump was being computed.
      refit(dump)
    }
    startWork()
    reportIdleness()
  }

  private func reportIdleness() {
    if discovery == nil, queue.isEmpty, running.isEmpty { report(.idle) }
  }
}
