import Analysis
import Foundation
import Synchronization
import SystemPackage

/// Prints what the engine says, one line per event, in the order in which it says it.
final class EventLog: Sendable {
  private struct State {
    var alerts: AlertJournal
    var isHeard = true
  }

  private let isJSON: Bool
  private let state: Mutex<State>

  init(isJSON: Bool, rules: [AlertRule]) {
    self.isJSON = isJSON
    state = Mutex(State(alerts: AlertJournal(rules: rules)))
  }

  /// - Returns: false once nobody reads any more.
  func note(_ update: EngineUpdate) -> Bool {
    state.withLock { state in
      let alerts = state.alerts.take(update).map { WatchEvent.alert($0.dump, $0.rule) }
      for event in WatchEvent.events(of: update) + alerts where state.isHeard {
        let line = isJSON ? event.json(at: Date()) : event.text(at: Date())
        // At once, and whole: whoever reads a pipe gets lines.
        state.isHeard = (try? FileDescriptor.standardOutput.writeAll((line + "\n").utf8)) != nil
      }
      return state.isHeard
    }
  }
}
