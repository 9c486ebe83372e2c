import Analysis
import AnalysisEngine
import CPermissions
import Spectra
import SystemPackage

/// One engine's whole life: everything that it reported, in order, up to `idle`.
struct Session {
  let engine: AnalysisEngine
  var updates: [EngineUpdate] = []

  /// Opens these paths and waits until the engine has nothing left to do.
  ///
  /// - Parameters:
  ///   - memoryLimit: bytes of the analyses of one time, by default the engine's own limit.
  ///   - watch: sees every update when it is told, on the thread that tells it.
  static func run(
    _ roots: [FilePath], fit: FitSettings = FitSettings(), workerCount: Int = 1, memoryLimit: Int? = nil,
    computesUncertainty: Bool = false, showsPreviews: Bool = false, requested: Set<Measure> = [],
    watch: @escaping @Sendable (EngineUpdate) -> Void = { _ in }
  ) async -> Session {
    var configuration = AnalysisEngine.Configuration(fit: fit, workerCount: workerCount)
    if let memoryLimit { configuration.memoryLimit = memoryLimit }
    configuration.computesUncertainty = computesUncertainty
    configuration.showsPreviews = showsPreviews
    configuration.requested = requested
    return await run(roots, configuration: configuration, watch: watch)
  }

  /// The same with everything that an engine can be told.
  ///
  /// - Parameter obeysPermissions: of files, also where root runs the test.
  static func run(
    _ roots: [FilePath], configuration: AnalysisEngine.Configuration, obeysPermissions: Bool = false,
    watch: @escaping @Sendable (EngineUpdate) -> Void = { _ in }
  ) async -> Session {
    let (stream, continuation) = AsyncStream.makeStream(of: EngineUpdate.self)
    // The engine's threads begin with it, and are as the one that starts them.
    if obeysPermissions { eigentop_obey_permissions(true) }
    let engine = AnalysisEngine(configuration) { update in
      watch(update)
      continuation.yield(update)
    }
    if obeysPermissions { eigentop_obey_permissions(false) }
    var session = Session(engine: engine)
    await engine.open(roots)
    for await update in stream {
      session.updates.append(update)
      if update == .idle { break }
    }
    return session
  }

  /// Finished records in the order of their coming.
  var finished: [AnalysisRecord] {
    updates.compactMap { if case .finished(let record) = $0 { record } else { nil } }
  }

  /// Records that got their intervals.
  var refined: [AnalysisRecord] {
    updates.compactMap { if case .refined(let record) = $0 { record } else { nil } }
  }

  /// Records from the first eigenvalues alone.
  var previewed: [AnalysisRecord] {
    updates.compactMap { if case .previewed(let record) = $0 { record } else { nil } }
  }

  var queued: [AnalysisRecord] {
    updates.compactMap { if case .queued(let record) = $0 { record } else { nil } }
  }

  var problems: [String] {
    updates.compactMap { if case .problem(let problem) = $0 { problem } else { nil } }
  }

  func record(of dump: FilePath) -> AnalysisRecord? { finished.first { $0.id == dump } }

  /// Rows done of a dump, in the order in which they were reported.
  func progress(of dump: FilePath) -> [Int] {
    updates.compactMap { if case .progressed(dump, let rows, _) = $0 { rows } else { nil } }
  }
}

extension EngineUpdate {
  /// The dump that an update is about.
  var dump: FilePath? {
    switch self {
    case .queued(let record), .previewed(let record), .finished(let record), .refitted(let record),
      .refined(let record):
      record.dump.path
    case .progressed(let dump, _, _): dump.file
    case .vanished(let dump), .probing(let dump, _), .probed(let dump, _): dump.file
    case .described(let dump): dump.path
    case .run, .watching, .problem, .discovered, .idle: nil
    }
  }

  /// Of the first block at most.
  func isProgress(of dump: FilePath) -> Bool {
    if case .progressed(dump, 0...512, _) = self { true } else { false }
  }

  var isQueued: Bool { if case .queued = self { true } else { false } }
  var isPreview: Bool { if case .previewed = self { true } else { false } }
  var isFinished: Bool { if case .finished = self { true } else { false } }
}
