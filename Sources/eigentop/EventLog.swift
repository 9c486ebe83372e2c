import Analysis
import Foundation
import Synchronization
import SystemPackage

/// Prints what the engine says, one line per event, in the order in which it says it.
final class EventLog: Sendable {
  /// What is needed to say which alerts have begun.
  private struct State {
    var records: [RunID: [Dump.ID: AnalysisRecord]] = [:]
    var runs: [Dump.ID: RunID] = [:]
    var alerts: [Dump.ID: [AlertRule]] = [:]
    var isHeard = true
  }

  private let isJSON: Bool
  private let rules: [AlertRule]
  private let state = Mutex(State())

  init(isJSON: Bool, rules: [AlertRule]) {
    self.isJSON = isJSON
    self.rules = rules
  }

  /// - Returns: false once nobody reads any more.
  func note(_ update: EngineUpdate) -> Bool {
    state.withLock { state in
      for event in WatchEvent.events(of: update) + alerts(after: update, &state) where state.isHeard {
        let line = isJSON ? event.json(at: Date()) : event.text(at: Date())
        // At once, and whole: whoever reads a pipe gets lines.
        state.isHeard = (try? FileDescriptor.standardOutput.writeAll((line + "\n").utf8)) != nil
      }
      return state.isHeard
    }
  }

  private func alerts(after update: EngineUpdate, _ state: inout State) -> [WatchEvent] {
    switch update {
    case .vanished(let id):
      if let run = state.runs.removeValue(forKey: id) { state.records[run]?[id] = nil }
      state.alerts[id] = nil
    case .finished(let record), .refined(let record):
      let run = record.dump.runID
      state.runs[record.id] = run
      state.records[run, default: [:]][record.id] = record
      let previous = state.records[run]?.values.filter { $0.dump.precedes(record.dump) }
        .max { $0.dump.precedes($1.dump) }
      let holding = rules.filter { $0.holds(for: record, after: previous) }
      let before = state.alerts.updateValue(holding, forKey: record.id) ?? []
      return holding.filter { !before.contains($0) }.map { WatchEvent.alert(record.id, $0) }
    default: break
    }
    return []
  }
}

extension Dump {
  /// Whether it is of the same layer, from an earlier checkpoint.
  fileprivate func precedes(_ other: Dump) -> Bool {
    guard layer == other.layer, let own = checkpoint, let others = other.checkpoint else { return false }
    return own < others
  }
}
