import Analysis
import AnalysisEngine
import Dispatch
import Glibc
import Spectra
import Synchronization
import SystemPackage

/// Runs the engine over some paths to the end, or until Ctrl-C.
enum HeadlessAnalysis {
  struct Item: Sendable {
    var record: AnalysisRecord
    var spectrum: Eigenspectrum?
  }

  struct Outcome: Sendable {
    /// Results in the order in which the dumps were found.
    var items: [Item] = []
    /// Dumps that Ctrl-C came before.
    var unfinishedCount = 0
    /// Results whose intervals it came before.
    var missingIntervalCount = 0
  }

  /// The same for a thread that may sleep meanwhile, as those that tasks run on may not.
  static func run(_ paths: [FilePath], configuration: AnalysisEngine.Configuration, keepSpectra: Bool) -> Outcome {
    let outcome = Mutex(Outcome())
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      let results = await analyse(paths, configuration: configuration, keepSpectra: keepSpectra)
      outcome.withLock { $0 = results }
      isDone.signal()
    }
    isDone.wait()
    return outcome.withLock { $0 }
  }

  /// Ends when all is done, or interrupted.
  static func analyse(
    _ paths: [FilePath], configuration: AnalysisEngine.Configuration, keepSpectra: Bool
  ) async -> Outcome {
    // Nil is the interruption.
    let (updates, continuation) = AsyncStream<EngineUpdate?>.makeStream()
    signal(SIGINT, SIG_IGN)
    let interruption = DispatchSource.makeSignalSource(signal: SIGINT)
    interruption.setEventHandler { continuation.yield(nil) }
    interruption.activate()
    defer {
      interruption.cancel()
      signal(SIGINT, SIG_DFL)
    }

    let engine = AnalysisEngine(configuration) { continuation.yield($0) }
    await engine.open(paths)
    var order: [Dump.ID] = []
    var known: Set<Dump.ID> = []
    var finished: [Dump.ID: AnalysisRecord] = [:]
    loop: for await update in updates {
      switch update {
      case .queued(let record):
        known.insert(record.id)
        order.append(record.id)
      case .refined(let record):
        finished[record.id] = record
      case .finished(let record):
        // What cannot even be opened was never queued.
        if known.insert(record.id).inserted { order.append(record.id) }
        finished[record.id] = record
      case .described(let dump):
        // What other names say of this one, which may have come behind its results.
        finished[dump.id] = finished[dump.id]?.described(as: dump)
      case .problem(let text):
        StandardStreams.printProgress("")
        StandardStreams.printError("eigentop: \(text)")
      case .progressed, .previewed, .discovered, .refitted, .probing, .probed, .vanished, .run, .watching:
        break
      case .idle, nil:
        break loop
      }
      if case .progressed = update { continue }
      StandardStreams.printProgress("\(finished.count) of \(order.count) analysed")
    }
    StandardStreams.printProgress("")
    await engine.cancel()

    var items: [Item] = []
    for record in order.compactMap({ finished[$0] }) {
      items.append(Item(record: record, spectrum: keepSpectra ? await engine.spectra(of: record.id)?.spectrum : nil))
    }
    let missing = items.count { $0.record.isLackingIntervals }
    return Outcome(
      items: items, unfinishedCount: order.count - items.count,
      missingIntervalCount: configuration.computesUncertainty ? missing : 0)
  }
}

extension AnalysisRecord {
  /// Whether intervals have neither come nor failed.
  fileprivate var isLackingIntervals: Bool {
    summary != nil && uncertainty == nil && !warnings.contains { $0.code == .noInterval }
  }
}
