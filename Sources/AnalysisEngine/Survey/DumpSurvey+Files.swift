import Analysis
import AnalysisStore
import Foundation
import Naming
import RunCatalog
import SystemPackage
import TensorFiles

/// Looking into files that are new or have changed, unless their results are known.
extension DumpSurvey {
  /// Files that have only just been begun are given so long before anything is said about them.
  private static let beginningTime = Duration.seconds(2)

  mutating func examine(_ ids: [Dump.ID]) -> [Finding] {
    let wanted = ids.compactMap { id in
      sources[id].flatMap { isWanted(id, named: $0.root) ? (id: id, source: $0, identity: $0.identity) : nil }
    }
    let known = known(wanted.filter { !inDoubt.contains($0.id) }.map { ($0.source.paths, $0.identity) })
    return wanted.compactMap { id, source, identity in
      let isInDoubt = inDoubt.remove(id) != nil
      ageing.remove(id)
      failed.remove(id)
      leaveToNotifications(source)
      guard !isInDoubt, source.repetition == nil, let stored = known[identity] else {
        let finding = examine(id, source, isInDoubt: isInDoubt)
        if case .failure? = finding { failed.insert(id) }
        return finding
      }
      return .known(stored.record(of: describe(id, source)), identity)
    }
  }

  /// What the store knows of files, with the intervals that would be computed now.
  private func known(_ files: [(paths: [FilePath], identity: SourceIdentity)]) -> [SourceIdentity: StoredRecord] {
    var known: [SourceIdentity: StoredRecord] = [:]
    for (objects, files) in Dictionary(grouping: files, by: { configuration.objects(of: $0.paths) }) {
      let records = store.records(
        of: files.map(\.identity), configuration.parameters(fit: configuration.fit, objects: objects),
        withIntervals: configuration.computesUncertainty)
      known.merge(records) { first, _ in first }
    }
    return known
  }

  /// Nil where it is no dump, or it is too early to say.
  private mutating func examine(_ id: Dump.ID, _ source: DumpSource, isInDoubt: Bool) -> Finding? {
    if let files = source.repetition {
      let names = files.compactMap { $0.lastComponent?.string }.joined(separator: " and ")
      let failure = AnalysisFailure(code: .repeatedShard, message: "two files of one number: \(names)")
      return .failure(AnalysisRecord(dump: describe(id, source), failure: failure))
    }
    if let number = source.missingNumber {
      let failure = AnalysisFailure(code: .missingShard, message: "number \(number) of its files is missing")
      return .failure(AnalysisRecord(dump: describe(id, source), failure: failure))
    }
    let isNamed = id.file == source.root
    let age = Date().timeIntervalSince1970 - source.modified
    // Of the clocks of file servers some are ahead.
    let isYoung = configuration.isLive && abs(age) < Self.writingTime
    let isDated = !isYoung || !polled.contains(source.root)
    do {
      let reader = try DumpReader(
        opening: source.paths, mode: isYoung ? .growing : .finished, tokens: source.tokens)
      let name = id.file.lastComponent?.string ?? ""
      guard isNamed || isWanted(FileRole(name: name, axisCount: reader.stored.shape.count)) else { return nil }
      let shape = FeatureShape(reader)
      let plan = configuration.plan(for: shape, fit: configuration.fit)
      var record = AnalysisRecord(dump: describe(id, source), shape: shape)
      record.requiredMemory = plan.byteCount
      if reader.promisedRowCount > reader.rowCount {
        record.promisedSampleCount = reader.promisedRowCount
        lookByClock(source)
        // When nothing has come for so long, nothing will.
        lookAgainWhenOld(id, age: age)
      }
      if !isDated { lookAgainWhenOld(id, age: age) }
      return .dump(
        FoundDump(
          record: record, source: reader.identity, plan: plan, mode: isYoung ? .growing : .finished,
          modified: source.modified, isInDoubt: isInDoubt, isDated: isDated))
    } catch {
      guard isNamed || !error.isNotADump else {
        passedOver.note(error)
        return nil
      }
      // Somebody has only just begun to write it.
      if error.code == .incomplete, dumps[id] == nil, abs(age) < Double(Self.beginningTime.components.seconds) {
        control.lookAgain(id.file, at: .now + Self.beginningTime)
        return nil
      }
      // Rows that nobody expects any more may come all the same, from a writer that pauses for longer than that.
      if error.code == .incomplete || error.code == .truncated { lookByClock(source) }
      if isYoung, error.code == .incomplete { lookAgainWhenOld(id, age: age) }
      // What is not there has no surroundings to be described by.
      let isUnknown = isNamed && error.code == .unreadable
      let dump = isUnknown ? Dump(path: id.file, run: id.file.string) : describe(id, source)
      return .failure(AnalysisRecord(dump: dump, failure: AnalysisFailure(error)))
    }
  }

  /// Who writes the rest may do so through another name, of which nobody is notified.
  private mutating func lookByClock(_ source: DumpSource) {
    guard configuration.isLive else { return }
    for path in source.paths {
      clocked.insert(path)
      control.lookByClock(path)
    }
  }

  /// Complete files are left to notifications.
  private mutating func leaveToNotifications(_ source: DumpSource) {
    for path in source.paths where clocked.remove(path) != nil { control.leaveToNotifications(path) }
  }

  mutating func lookAgainWhenOld(_ id: Dump.ID, age: Double) {
    ageing.insert(id)
    control.lookAgain(id.file, at: .now + .seconds(min(Self.writingTime, Self.writingTime - age)))
  }

  private func isWanted(_ id: Dump.ID, named root: FilePath) -> Bool {
    id.file == root || FileRole(name: id.file.lastComponent?.string ?? "") == .dump
  }

  /// Views are features, too, but of images that are there already; they are looked at only where a measure needs them.
  private func isWanted(_ role: FileRole) -> Bool {
    role == .dump || role == .views && configuration.requested.contains(.lidar)
  }
}
