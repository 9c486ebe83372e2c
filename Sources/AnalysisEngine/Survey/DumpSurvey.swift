import Analysis
import AnalysisStore
import Foundation
import RunCatalog
import SystemPackage
import TensorFiles

/// Turns what is on disk, and what happens to it, into what there is to analyse. Lives on one thread, which it blocks.
struct DumpSurvey: ~Copyable {
  let configuration: AnalysisEngine.Configuration
  let store: AnalysisStore
  let control: SurveyControl
  private var surveyor: Surveyor
  var catalogs: [FilePath: RunCatalog]
  var sources: [Dump.ID: DumpSource] = [:]
  /// As they were last told.
  var dumps: [Dump.ID: Dump] = [:]
  /// Directories of dumps, and those above them: what changes in any other says nothing about a dump.
  var inhabited: Set<FilePath> = []
  var ledger = RunLedger()
  /// Dumps that have to be looked into again when nobody has written to them for long.
  var ageing: Set<Dump.ID> = []
  /// Dumps that could not be read.
  var failed: Set<Dump.ID> = []
  /// Files that are looked at by the clock, because they are not complete.
  var clocked: Set<FilePath> = []
  /// Dumps whose state does not say what is in them.
  var inDoubt: Set<Dump.ID> = []
  /// Files that hold no features by their own account, by the reason.
  var passedOver = PassedOver()
  /// Roots of which every state is seen some time later, and not when a writer closes a file.
  var polled: Set<FilePath> = []

  /// A file that was written to so lately may still be being written.
  static let writingTime = 600.0

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
    // A little later, so that it is certain to be due; and within what a duration can say.
    let deadline = wait.isFinite ? ContinuousClock.now + .seconds(min(wait, 86_400) + 0.01) : nil
    guard let events = surveyor.next(until: deadline) else { return nil }
    var findings: [Finding] = []
    var changed: [Dump.ID] = []
    // All names of a batch before any is described: they say something about one another.
    for event in events { noteName(event) }
    for event in events {
      let told = take(event, changed: &changed)
      guard !told.isEmpty else { continue }
      // In the order in which it happened.
      findings += examine(changed) + told
      changed = []
    }
    findings += examine(changed) + describedByOthers()
    for root in catalogs.keys { findings += catalogs[root]?.takeProblems().map(Finding.problem) ?? [] }
    findings += passedOver.takeProblems(atEnd: events.contains(.surveyed)).map(Finding.problem)
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
      let new = DumpSource(root: file.root, tokens: configuration.tokens)
      sources[place.dump, default: new].put(file, number: place.number)
      if changed.last != place.dump { changed.append(place.dump) }
    case .closed(let path):
      let id = DumpPlace(path, root: sources[Dump.ID(path)]?.root).dump
      guard dumps[id] != nil else { break }
      inDoubt.insert(id)
      changed.append(id)
    case .vanished(let path):
      if clocked.remove(path) != nil { control.leaveToNotifications(path) }
      // A single file that was named is its own root.
      let place = DumpPlace(path, root: sources[Dump.ID(path)]?.root)
      sources[place.dump]?.remove(path)
      guard sources[place.dump]?.isEmpty == true else {
        changed.append(place.dump)
        break
      }
      let root = sources.removeValue(forKey: place.dump)?.root
      if let root { catalogs[root]?.remove(place.dump.file) }
      ageing.remove(place.dump)
      failed.remove(place.dump)
      changed.removeAll { $0 == place.dump }
      if let dump = dumps.removeValue(forKey: place.dump) { ledger.forget(dump) }
      return [.vanished(place.dump)]
    case .contextChanged(let directory, let file, let identity):
      return surroundingsChanged(of: directory, file: file, identity)
    case .due(let path):
      // Asked for by the engine in the name of a dump, or here because of its age. What failed is always worth another look.
      let id = Dump.ID(path)
      guard let source = sources[id] else { break }
      let age = Date().timeIntervalSince1970 - source.modified
      if dumps[id] == nil || failed.contains(id) || age > Self.writingTime - 1 {
        changed.append(id)
      } else if ageing.contains(id) {
        // The engine's reminder came in the place of this one.
        lookAgainWhenOld(id, age: age)
      }
      return [.settled(id, source.identity)]
    case .problem(let problem):
      if let failure = failure(ofRoot: problem.path, reason: problem.reason) { return [failure] }
      return [.problem(problem)]
    case .recovered(let root):
      // What was said of the root itself; a dump of its name, if there is one, comes after it.
      return [.vanished(Dump.ID(root))]
    case .waiting(let root):
      return [.watching(root, .waiting)]
    case .method(let root, let method):
      if case .polling = method { polled.insert(root) } else { polled.remove(root) }
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
        dump: Dump(path: root, run: root.string), failure: AnalysisFailure(code: .unreadable, message: reason)))
  }
}
