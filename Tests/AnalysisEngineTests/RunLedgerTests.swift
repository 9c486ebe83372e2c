import Analysis
import SystemPackage
import Testing

@testable import AnalysisEngine

@Suite("The ledger of runs")
struct RunLedgerTests {
  private let run = RunID(root: "d", name: "a")

  private func dump(_ epoch: Int, of epochs: Double? = nil) -> Dump {
    Dump(
      path: FilePath("d/a/epoch_\(epoch).npy"), root: "d", run: "a", checkpoint: Checkpoint(epoch: epoch),
      hyperparameters: epochs.map { ["epochs": .number($0)] } ?? [:])
  }

  @Test("tells a state once, and again when it becomes another, for which there is one deadline")
  func telling() {
    var ledger = RunLedger()
    #expect(ledger.nearestChange == .infinity)
    ledger.note(dump(1), modified: 1000)
    #expect(ledger.changes(at: 1001) == [RunLedger.Change(run: run, state: .live, lastSign: 1000)])
    #expect(ledger.nearestChange == 1120)
    #expect(ledger.changes(at: 1050) == [])
    ledger.note(dump(2), modified: 1060)
    #expect(ledger.changes(at: 1061) == [], "it lives on")
    #expect(ledger.nearestChange == 1060 + 180)
    #expect(ledger.changes(at: 1240.5) == [RunLedger.Change(run: run, state: .stalled, lastSign: 1060)])
    ledger.note("d/a/metrics.csv", modified: 1300, heartbeat: nil)
    #expect(ledger.changes(at: 1300).map(\.state) == [.live])
  }

  @Test("knows the end from settings and from the heartbeat, and forgets a run with its last dump")
  func ending() {
    var ledger = RunLedger()
    ledger.note(dump(8, of: 8), modified: 1000)
    #expect(ledger.changes(at: 1001).map(\.state) == [.finished])
    ledger.note("d/a/heartbeat", modified: 1002, heartbeat: Heartbeat(state: .failed))
    #expect(ledger.changes(at: 1002).map(\.state) == [.stalled])
    ledger.forget(dump(8, of: 8))
    #expect(ledger.changes(at: 1003) == [])
    #expect(ledger.nearestChange == .infinity)
  }

  @Test("hears what was there before the first dump, and what outlives the last")
  func before() {
    var ledger = RunLedger()
    ledger.note("d/a/heartbeat", modified: 1000, heartbeat: Heartbeat(state: .finished))
    #expect(ledger.changes(at: 1001) == [])
    for epoch in [1, 2] {
      ledger.note(dump(epoch), modified: 900)
      #expect(ledger.changes(at: 1002) == [RunLedger.Change(run: run, state: .finished, lastSign: 1000)])
      ledger.forget(dump(epoch))
      #expect(ledger.changes(at: 1003) == [])
    }
  }

  @Test("hears the nearest heartbeat, of several beside one another the newest, of others none")
  func several() {
    var ledger = RunLedger()
    ledger.note("d/heartbeat", modified: 1000, heartbeat: Heartbeat(state: .finished))
    ledger.note("d/b/heartbeat", modified: 1000, heartbeat: Heartbeat(state: .failed))
    ledger.note("heartbeat", modified: 1000, heartbeat: Heartbeat(state: .failed))
    ledger.note(dump(1), modified: 1000)
    #expect(ledger.changes(at: 1001).map(\.state) == [.finished])
    ledger.note("d/a/x.heartbeat", modified: 990, heartbeat: Heartbeat(state: .failed))
    #expect(ledger.changes(at: 1001).map(\.state) == [.stalled])
    ledger.note("d/a/y.heartbeat", modified: 991, heartbeat: Heartbeat())
    #expect(ledger.changes(at: 1001).map(\.state) == [.live])
    for file in ["d/a/x.heartbeat", "d/a/y.heartbeat"] { ledger.forget(FilePath(file)) }
    #expect(ledger.changes(at: 1001).map(\.state) == [.finished])
    ledger.forget("d/heartbeat")
    #expect(ledger.changes(at: 1001).map(\.state) == [.live])
  }

  @Test("takes an announcement that counts nothing for none", arguments: [-1, 0, -0x1p63, 0x1p63, 7.5])
  func noEnd(epochs: Double) {
    var ledger = RunLedger()
    ledger.note(dump(0, of: epochs), modified: 1000)
    #expect(ledger.changes(at: 1001).map(\.state) == [.live])
    #expect(ledger.changes(at: 2000).map(\.state) == [.idle])
  }
}
