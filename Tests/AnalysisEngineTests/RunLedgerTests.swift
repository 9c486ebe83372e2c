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
    ledger.noteSign(of: run, at: 1300)
    #expect(ledger.changes(at: 1300).map(\.state) == [.live])
  }

  @Test("knows the end from settings and from the heartbeat, and forgets a run with its last dump")
  func ending() {
    var ledger = RunLedger()
    ledger.note(dump(8, of: 8), modified: 1000)
    #expect(ledger.changes(at: 1001).map(\.state) == [.finished])
    ledger.setHeartbeat(Heartbeat(state: .failed), of: run)
    #expect(ledger.changes(at: 1002).map(\.state) == [.stalled])
    ledger.forget(dump(8, of: 8))
    #expect(ledger.changes(at: 1003) == [])
    #expect(ledger.nearestChange == .infinity)
  }
}
