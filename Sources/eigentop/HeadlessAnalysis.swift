import Analysis
import AnalysisEngine
import Dispatch
import Glibc
import Spectra
import SystemPackage

/// Runs the engine over some paths to the end, or until Ctrl-C.
enum HeadlessAnalysis {
  struct Item: Sendable {
    var record: AnalysisRecord
    var spectrum: Eigenspectrum?
  }

  /// Results in the order in which the dumps were found; after Ctrl-C, those that were finished.
  static func run(_ paths: [FilePath], options: AnalysisOptions, keepSpectra: Bool) async -> [Item] {
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

    let engine = AnalysisEngine(options.engineConfiguration) { continuation.yield($0) }
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
      case .progressed, .discovered:
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
