import Analysis
import AnalysisEngine
import AnalysisStore
import Spectra
import SystemPackage
import Testing

/// An engine that follows what happens to directories; its end cancels it.
final class LiveSession {
  let engine: AnalysisEngine
  /// All that was told so far.
  private(set) var updates: [EngineUpdate] = []
  private let stream: AsyncStream<EngineUpdate>

  convenience init(
    _ roots: [FilePath], store: AnalysisStore? = nil, computesUncertainty: Bool = false, polls: Bool = false
  ) async {
    var configuration = AnalysisEngine.Configuration(fit: FitSettings(), workerCount: 1)
    configuration.isLive = true
    configuration.polls = polls
    configuration.store = store
    configuration.computesUncertainty = computesUncertainty
    await self.init(roots, configuration: configuration)
  }

  init(_ roots: [FilePath], configuration: AnalysisEngine.Configuration) async {
    let continuation: AsyncStream<EngineUpdate>.Continuation
    (stream, continuation) = AsyncStream.makeStream(of: EngineUpdate.self)
    engine = AnalysisEngine(configuration) { continuation.yield($0) }
    await engine.open(roots)
  }

  deinit {
    Task { [engine] in await engine.cancel() }
  }

  /// Waits for an update; those before it are in `updates`.
  @discardableResult
  func wait(for isAwaited: (EngineUpdate) -> Bool) async -> EngineUpdate? {
    for await update in stream {
      updates.append(update)
      if isAwaited(update) { return update }
    }
    return nil
  }

  /// Waits for a result of a dump with so many rows, or of any number.
  func result(of dump: FilePath, rows: Int? = nil) async -> AnalysisRecord? {
    let update = await wait { update in
      guard case .finished(let record) = update, record.id == dump else { return false }
      return rows == nil || record.shape?.sampleCount == rows
    }
    guard case .finished(let record) = update else { return nil }
    return record
  }
}
