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

  /// Results in the order in which the dumps were found; after Ctrl-C, those that were finished. The calling thread sleeps
  /// meanwhile.
  static func run(_ paths: [FilePath], configuration: AnalysisEngine.Configuration, keepSpectra: Bool) -> [Item] {
    let items = Mutex<[Item]>([])
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      let results = await analyse(paths, configuration: configuration, keepSpectra: keepSpectra)
      items.withLock { $0 = results }
      isDone.signal()
    }
    isDone.wait()
    return items.withLock { $0 }
  }

  private static func analyse(
    _ paths: [FilePath], configuration: AnalysisEngine.Configuration, keepSpectra: Bool
  ) async -> [Item] {
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
      case .finished(let record):
        // What cannot even be opened was never queued.
        if known.insert(record.id).inserted { order.append(record.id) }
        finished[record.id] = record
        StandardStreams.printProgress("\(finished.count) of \(order.count) analysed")
      case .problem(let text):
        StandardStreams.printProgress("")
        StandardStreams.printError("eigentop: \(text)")
      case .progressed, .discovered, .refitted:
        break
      case .idle, nil:
        break loop
      }
    }
    StandardStreams.printProgress("")
    await engine.cancel()

    var items: [Item] = []
    for record in order.compactMap({ finished[$0] }) {
      items.append(Item(record: record, spectrum: keepSpectra ? await engine.spectrum(of: record.id) : nil))
    }
    return items
  }
}
