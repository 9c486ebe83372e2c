import Analysis
import AnalysisEngine
import Dashboard
import Foundation
import SystemPackage
import WakeUps

/// A dashboard without terminal and keys: analyses directories to the end, and then shows what it is asked for.
final class HeadlessDashboard {
  private(set) var model: Model
  private let wakeUp: EventDescriptor
  private let mailbox: Mailbox<Action>
  private let engine: AnalysisEngine
  private let requests: EngineRequests

  /// - Parameter model: what it begins with.
  init(_ model: Model, configuration: AnalysisEngine.Configuration) throws {
    let wakeUp = try EventDescriptor()
    let mailbox = Mailbox<Action>(wakingUp: wakeUp)
    // Without a clock: what is exported does not depend on when.
    let midnight = ClockTime(hour: 0, minute: 0, second: 0)
    engine = AnalysisEngine(configuration) { mailbox.post(.engine($0, at: midnight)) }
    requests = EngineRequests(
      engine: engine, mailbox: mailbox,
      laboratory: LaboratoryBench(engine: engine, mailbox: mailbox, configuration: configuration))
    (self.model, self.wakeUp, self.mailbox) = (model, wakeUp, mailbox)
  }

  /// Returns when all is analysed, intervals too.
  func open(_ roots: [FilePath]) {
    Task(executorPreference: engine.executor) { [engine] in await engine.open(roots) }
    settle()
  }

  /// Changes what is shown, and returns when all of it is there.
  func show(_ view: ChartView) throws(ChartView.Refusal) {
    try model.show(view)
    perform([])
    settle()
  }

  /// Dumps that failed, with their reasons, in order.
  private(set) var failures: [(path: String, reason: String)] = []

  private func settle() {
    while !model.isSettled {
      wakeUp.wait()
      wakeUp.drain()
      let actions = mailbox.drain()
      for case .engine(let update, _) in actions { note(update) }
      perform(actions)
      let pending = model.pendingCounts
      let count = pending.queued + pending.running
      StandardStreams.printProgress(count > 0 ? "\(count) to be analysed" : "")
    }
    StandardStreams.printProgress("")
  }

  private func note(_ update: EngineUpdate) {
    switch update {
    case .finished(let record), .refined(let record):
      guard let failure = record.failure, !failures.contains(where: { $0.path == "\(record.dump.id)" }) else {
        return
      }
      failures.append(("\(record.dump.id)", failure.message))
    case .problem(let text):
      StandardStreams.printProgress("")
      StandardStreams.printError("eigentop: \(text)")
    default: break
    }
  }

  private func perform(_ actions: [Action]) {
    for effect in update(&model, actions) { effect.perform(requests, in: nil) }
  }
}
