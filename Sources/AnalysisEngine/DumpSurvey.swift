import Analysis
import AnalysisStore
import Foundation
import RunCatalog
import SystemPackage
import TensorFiles

/// Turns what is on disk, and what happens to it, into what there is to analyse. Lives on one thread, which it blocks.
struct DumpSurvey: ~Copyable {
  /// What was come upon.
  enum Finding: Sendable {
    /// A dump that has to be analysed, because it is new or has changed.
    case dump(FoundDump)
    /// A dump whose results are known already.
    case known(AnalysisRecord, SourceIdentity)
    /// A file that claims to be a dump and cannot be one; its record says why.
    case failure(AnalysisRecord)
    /// The surroundings of a dump say something else now.
    case described(Dump)
    case vanished(Dump.ID)
    /// A dump is as it was seen before, some time later.
    case settled(Dump.ID, SourceIdentity)
    case run(RunLedger.Change)
    case watching(FilePath, WatchMethod)
    /// Something beside the dumps that could not be read.
    case problem(CatalogProblem)
    /// All that was there at the start has been told.
    case surveyed
  }

  private let configuration: AnalysisEngine.Configuration
  private let store: AnalysisStore
  private let control: SurveyControl
  private var surveyor: Surveyor
  private var catalogs: [FilePath: RunCatalog]
  private var sources: [Dump.ID: DumpSource] = [:]
  /// As they were last told.
  private var dumps: [Dump.ID: Dump] = [:]
  private var ledger = RunLedger()

  /// A file that was written to so lately may still be being written.
  private static let writingTime = 600.0
  /// Files that have only just been begun are given so long before anything is said about them.
  private static let beginningTime = Duration.seconds(2)

  init(
    roots: [FilePath], configuration: AnalysisEngine.Configuration, store: AnalysisStore, control: SurveyControl
  ) {
    self.configuration = configuration
    self.store = store
    self.control = control
    var options = SurveyOptions(isLive: configuration.isLive)
    if configuration.polls { options.method = .polling }
    surveyor = Surveyor(roots: roots, options: options, control: control)
    catalogs = Dictionary(roots.map { ($0, RunCatalog(root: $0)) }) { first, _ in first }
  }

  /// Waits for news; nil at the end of a survey that is not live, and after it was stopped.
  mutating func next() -> [Finding]? {
    let wait = ledger.nearestChange - Date().timeIntervalSince1970
    // A little later, so that it is certain to be due.
    let deadline = wait.isFinite ? ContinuousClock.now + .seconds(wait + 0.01) : nil
    guard let events = surveyor.next(until: deadline) else { return nil }
    var findings: [Finding] = []
    var changed: [Dump.ID] = []
    for event in events {
      let told = take(event, changed: &changed)
      guard !told.isEmpty else { continue }
      // In the order in which it happened.
      findings += examine(changed) + told
      changed = []
    }
    findings += examine(changed)
    for root in catalogs.keys { findings += catalogs[root]?.takeProblems().map(Finding.problem) ?? [] }
    if configuration.isLive { findings += ledger.changes(at: Date().timeIntervalSince1970).map(Finding.run) }
    // Behind all that was found before it.
    if events.contains(.surveyed) { findings.append(.surveyed) }
    return findings
  }

  /// - Parameter changed: gets the dumps whose files have to be looked into.
  private mutating func take(_ event: SurveyEvent, changed: inout [Dump.ID]) -> [Finding] {
    switch event {
    case .found(let file), .changed(let file):
      let place = DumpPlace(file.path, root: file.root)
      sources[place.dump, default: DumpSource(root: file.root)].put(file, number: place.number)
      if changed.last != place.dump { changed.append(place.dump) }
    case .vanished(let path):
      // A single file that was named is its own root.
      let place = DumpPlace(path, root: sources[path]?.root)
      sources[place.dump]?.remove(number: place.number)
      guard sources[place.dump]?.isEmpty == true else {
        changed.append(place.dump)
        break
      }
      sources[place.dump] = nil
      changed.removeAll { $0 == place.dump }
      if let dump = dumps.removeValue(forKey: place.dump) { ledger.forget(dump) }
      return [.vanished(place.dump)]
    case .contextChanged(let directory, let file, let identity):
      return surroundingsChanged(of: directory, file: file, identity)
    case .due(let path):
      // Asked for by the engine in the name of a dump, or here because of its age.
      guard let source = sources[path] else { break }
      let age = Date().timeIntervalSince1970 - source.modified
      if dumps[path] == nil || age > Self.writingTime - 1 { changed.append(path) }
      return [.settled(path, source.identity)]
    case .problem(let problem):
      if let failure = failure(ofRoot: problem.path, reason: problem.reason) { return [failure] }
      return [.problem(problem)]
    case .waiting(let root):
      return [.watching(root, .waiting)]
    case .method(let root, let method):
      return configuration.isLive ? [.watching(root, method)] : []
    case .surveyed:
      break
    }
    return []
  }

  /// What was asked for and cannot be read is a failure, not a remark.
  private func failure(ofRoot root: FilePath, reason: String) -> Finding? {
    guard catalogs[root] != nil else { return nil }
    return .failure(
      AnalysisRecord(
        dump: Dump(path: root, run: root.string), failure: AnalysisFailure(code: "unreadable", message: reason)))
  }
}

// MARK: - Looking into files

extension DumpSurvey {
  private mutating func examine(_ ids: [Dump.ID]) -> [Finding] {
    let wanted = ids.filter { id in sources[id].map { isWanted(id, named: $0.root) } ?? false }
    let identities = wanted.compactMap { sources[$0]?.identity }
    let known = store.records(
      of: identities, configuration.parameters, withIntervals: configuration.computesUncertainty)
    return wanted.flatMap { id in examine(id, known: known) }
  }

  private mutating func examine(_ id: Dump.ID, known: [SourceIdentity: StoredRecord]) -> [Finding] {
    guard let source = sources[id] else { return [] }
    let identity = source.identity
    if let stored = known[identity] {
      let dump = describe(id, source)
      return [.known(stored.record(of: dump), identity)]
    }
    if let number = source.missingNumber {
      let failure = AnalysisFailure(code: "missingShard", message: "number \(number) is missing before its other files")
      return [.failure(AnalysisRecord(dump: describe(id, source), failure: failure))]
    }
    let isNamed = id == source.root
    let age = Date().timeIntervalSince1970 - source.modified
    let isYoung = configuration.isLive && age < Self.writingTime
    do {
      let reader = try DumpReader(opening: source.paths, mode: isYoung ? .growing : .finished)
      let name = id.lastComponent?.string ?? ""
      guard isNamed || isWanted(FileRole(name: name, axisCount: reader.header.shape.count)) else { return [] }
      let shape = FeatureShape(reader)
      let plan = configuration.plan(for: shape, fit: configuration.fit)
      var record = AnalysisRecord(dump: describe(id, source), shape: shape)
      record.requiredMemory = plan.byteCount
      if reader.promisedRowCount > reader.rowCount {
        record.promisedSampleCount = reader.promisedRowCount
        // When nothing has come for so long, nothing will.
        control.lookAgain(id, at: .now + .seconds(Self.writingTime - age))
      }
      return [
        .dump(
          FoundDump(
            record: record, source: reader.identity, plan: plan, mode: isYoung ? .growing : .finished,
            modified: source.modified))
      ]
    } catch {
      guard isNamed || !error.isNotADump else { return [] }
      // Somebody has only just begun to write it.
      if error.code == .incomplete, dumps[id] == nil, age < Double(Self.beginningTime.components.seconds) {
        control.lookAgain(id, at: .now + Self.beginningTime)
        return []
      }
      // What is not there has no surroundings to be described by.
      let isUnknown = isNamed && error.code == .unreadable
      let dump = isUnknown ? Dump(path: id, run: id.string) : describe(id, source)
      return [.failure(AnalysisRecord(dump: dump, failure: AnalysisFailure(error)))]
    }
  }

  private func isWanted(_ id: Dump.ID, named root: FilePath) -> Bool {
    id == root || FileRole(name: id.lastComponent?.string ?? "") == .dump
  }

  /// Views are features, too, but of images that are there already; they are looked at only where a measure needs them.
  private func isWanted(_ role: FileRole) -> Bool {
    role == .dump || role == .views && configuration.requested.contains(.lidar)
  }
}

// MARK: - Surroundings

extension DumpSurvey {
  private mutating func describe(_ id: Dump.ID, _ source: DumpSource) -> Dump {
    var dump = catalogs[source.root]?.describe(id) ?? Dump(path: id, run: id.string)
    dump.files = source.paths
    if let old = dumps.updateValue(dump, forKey: id), old.runID != dump.runID { ledger.forget(old) }
    ledger.note(dump, modified: source.modified)
    return dump
  }

  /// Reads anew what says something about the dumps in a directory and below.
  private mutating func surroundingsChanged(
    of directory: FilePath, file: FilePath, _ identity: FileIdentity?
  ) -> [Finding] {
    for root in catalogs.keys { catalogs[root]?.forget(directory) }
    let isHeartbeat = FileRole.isHeartbeat(file.lastComponent?.string ?? "")
    let heartbeat = isHeartbeat && identity != nil ? HeartbeatFile.read(file) : nil
    var described: [Finding] = []
    var runs: Set<RunID> = []
    for (id, old) in dumps where id.starts(with: directory) {
      if runs.insert(old.runID).inserted {
        if isHeartbeat { ledger.setHeartbeat(heartbeat, of: old.runID) }
        if let identity { ledger.noteSign(of: old.runID, at: identity.modificationTime) }
      }
      guard !isHeartbeat, let source = sources[id] else { continue }
      let new = describe(id, source)
      if new != old { described.append(.described(new)) }
    }
    return described
  }
}
