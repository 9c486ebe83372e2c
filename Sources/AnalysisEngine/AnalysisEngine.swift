public import Analysis
import AnalysisStore
import CBackground
import Foundation
import LinearAlgebra
import RunCatalog
public import Spectra
public import SystemPackage
import TensorFiles

/// Finds dumps, follows what happens to them, decides which to compute next, and reports what comes of it. It only schedules:
/// looking, reading and arithmetic block, and run on threads of their own at a low priority.
///
/// Parallelism is across dumps, each with single-threaded BLAS; one large dump alone gets all cores.
public actor AnalysisEngine {
  let configuration: Configuration
  let report: @Sendable (EngineUpdate) -> Void
  let store: AnalysisStore
  let workers: WorkerPool
  let scout: WorkerPool
  let messenger: WorkerPool
  let control: SurveyControl?
  /// Where tasks that talk to the engine run without waking anything else: Swift's own pool, once used, looks after its threads
  /// every second for ever.
  public nonisolated var executor: any TaskExecutor { messenger }

  var subjects: [Dump.ID: Subject] = [:]
  /// How many there have been.
  private var subjectCount = 0
  /// The same of linear probes.
  var probeCount = 0
  /// Dumps of which moments were kept for rows that may come; some may have none any more.
  var growing: Set<Dump.ID> = []
  var queue: JobQueue
  var survey: Task<Void, Never>?
  var refitting: Task<Void, Never>?
  var isCancelled = false
  /// Guests that a dump with all cores keeps waiting.
  var waitingGuests: [CheckedContinuation<Void, Never>] = []
  /// For all dumps but those that have their own.
  var settings: FitSettings
  var ownSettings: [Dump.ID: FitSettings] = [:]

  /// Niceness of everything that computes: a training job on the same machine goes first.
  private static let niceness: Int32 = 10

  /// - Parameter report: called from any thread; has to return at once.
  public init(_ configuration: Configuration, report: @escaping @Sendable (EngineUpdate) -> Void) {
    self.configuration = configuration
    self.report = report
    settings = configuration.fit
    queue = JobQueue(workerCount: configuration.workerCount, memoryLimit: configuration.memoryLimit)
    store =
      configuration.store
      ?? AnalysisStore(.temporary, sizeLimit: .max) { problem in report(.problem(problem)) }
    control = try? SurveyControl()
    // The setting is the process's. Nothing runs in BLAS yet, and every engine asks for the same.
    BLAS.threadCount = 1
    workers = WorkerPool(name: "analysis", threadCount: configuration.workerCount, niceness: Self.niceness)
    scout = WorkerPool(name: "survey", threadCount: 1, niceness: Self.niceness)
    messenger = WorkerPool(name: "messages", threadCount: 1, niceness: 0)
  }

  deinit {
    control?.stop()
    workers.stop()
    scout.stop()
    messenger.stop()
  }

  /// Looks for dumps at these paths, in their order, and computes what it finds. `idle` follows when all is done; a live engine
  /// goes on, and reports it again after every change. Called once.
  public func open(_ roots: [FilePath]) {
    guard let control else {
      report(.problem("no file descriptor is left"))
      return endSurvey()
    }
    survey = Task(executorPreference: scout) { [weak self, configuration, store] in
      var survey = DumpSurvey(roots: roots, configuration: configuration, store: store, control: control)
      while let findings = survey.next() {
        if Task.isCancelled { return }
        if !findings.isEmpty { await self?.take(findings) }
      }
      await self?.endSurvey()
    }
  }

  /// Stops within a block of rows. Nothing is reported after it but what is under way.
  public func cancel() {
    isCancelled = true
    control?.stop()
    survey?.cancel()
    refitting?.cancel()
    queue.removeWaiting()
    for subject in subjects.values {
      subject.task?.cancel()
      subject.probe?.task?.cancel()
    }
  }

  /// Computes these dumps before all others, in this order.
  public func prioritise(_ dumps: [Dump.ID]) { queue.prioritise(dumps) }

  func makeSubject(_ found: FoundDump) -> Subject {
    subjectCount += 1
    return Subject(
      number: subjectCount, found: found, objects: configuration.objects(of: found.record.dump.files))
  }

  /// The spectra of a dump that is done, nil for any other.
  public func spectra(of dump: Dump.ID) -> DumpSpectra? {
    guard let subject = subjects[dump], subject.record?.summary != nil else { return nil }
    if let spectra = subject.spectra { return spectra }
    return subject.analysed.flatMap { store.spectra(of: $0, configuration.precision, partsOf: subject.objects) }
  }
}

// MARK: - Fitting

extension AnalysisEngine {
  /// Fits α anew, for one dump or, with nil, for all, those that had settings of their own included. Every record that this
  /// changes is reported as refitted; what is analysed later is fitted so, too.
  public func fit(_ settings: FitSettings, to dump: Dump.ID?) async {
    if let dump {
      ownSettings[dump] = settings
      refit(dump)
    } else {
      self.settings = settings
      ownSettings = [:]
      refitting?.cancel()
      // One after another, so that whoever asks for something else in between is heard.
      let task = Task(executorPreference: messenger) { [weak self, ids = Array(subjects.keys)] in
        for id in ids {
          if Task.isCancelled { return }
          await self?.refit(id)
        }
      }
      refitting = task
      await task.value
    }
  }

  func settings(of dump: Dump.ID) -> FitSettings { ownSettings[dump] ?? settings }

  func refit(_ id: Dump.ID) {
    guard let record = subjects[id]?.record, let spectra = spectra(of: id) else { return }
    let fitted = record.fitted(to: spectra, with: settings(of: id))
    guard fitted != record else { return }
    subjects[id]?.record = fitted
    report(.refitted(fitted))
  }
}
