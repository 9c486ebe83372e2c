import Spectra
import SystemPackage
import Testing

@testable import Analysis

@Suite("A journal of alerts")
struct AlertJournalTests {
  private static let rules = [AlertRule("moved(alpha) > 0.2"), AlertRule("val_acc < 0.5")].compactMap(\.self)

  /// α of 1, 1.1, 1.9 and 2: only between the second and the third it moves.
  private static let records = [1, 1.1, 1.9, 2].enumerated().map { epoch, alpha in
    record(alpha, epoch: epoch)
  }

  private static func record(_ alpha: Double, epoch: Int?, layer: String? = nil) -> AnalysisRecord {
    let checkpoint = epoch.map { Checkpoint(epoch: $0) }
    let name = "\(layer ?? "features")_\(epoch ?? 0)_\(alpha).npy"
    return Examples.record(
      Examples.features(alpha: alpha),
      dump: Dump(path: FilePath(name), run: "run", layer: layer, checkpoint: checkpoint))
  }

  @Test(
    "says the same in whatever order the dumps of a run are done",
    arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]])
  func order(order: [Int]) {
    var journal = AlertJournal(rules: Self.rules)
    let alerts = order.flatMap { journal.take(.finished(Self.records[$0])) }
    let holding = Self.records.map { journal[$0.id] }
    #expect(holding == [nil, nil, [Self.rules[0]], nil])
    #expect(alerts.last == AlertJournal.Alert(dump: Self.records[2].id, rule: Self.rules[0]))
  }

  @Test("compares with the checkpoint before, in the same layer of the same run")
  func predecessor() {
    var journal = AlertJournal(rules: Self.rules)
    let others = [
      Self.record(3, epoch: 0, layer: "layer2"), Self.record(3, epoch: nil), Self.record(4, epoch: nil),
      // Of the same epoch: neither comes before the other.
      Self.record(1.15, epoch: 1), Self.record(1, epoch: 0),
    ]
    let alerts = (others + [Self.records[1]]).flatMap { journal.take(.finished($0)) }
    #expect(alerts == [])
  }

  @Test("hears of metrics that come later, of other fits, and what holds already is not told again")
  func later() {
    let record = Self.records[1]
    var dump = record.dump
    dump.metrics = ["val_acc": Metric(value: 0.25, join: .checkpoint)]
    var other = Self.record(1.9, epoch: 1)
    other.dump = dump
    let (moved, low) = (Self.rules[0], Self.rules[1])
    var journal = AlertJournal(rules: Self.rules)
    let updates: [(EngineUpdate, begun: [AlertRule], holding: [AlertRule]?)] = [
      (.finished(Self.records[0]), [], nil), (.finished(record), [], nil), (.described(dump), [low], [low]),
      (.described(dump), [], [low]), (.refitted(other), [moved], [moved, low]), (.refined(other), [], [moved, low]),
      (.described(record.dump), [], [moved]),
    ]
    for (update, begun, holding) in updates {
      let alerts = journal.take(update)
      #expect(alerts == begun.map { AlertJournal.Alert(dump: record.id, rule: $0) })
      #expect(journal[record.id] == holding)
    }
  }

  @Test("compares with another dump when one has gone, or has come to be of another checkpoint")
  func going() {
    let (before, middle, after) = (Self.records[1], Self.records[2], Self.records[3])
    var last = before.dump
    last.checkpoint = Checkpoint(epoch: 9)
    var journal = AlertJournal(rules: Self.rules)
    for record in Self.records { _ = journal.take(.finished(record)) }
    let updates: [(EngineUpdate, begun: [Dump.ID], holding: [Dump.ID])] = [
      (.vanished(middle.id), [after.id], [after.id]), (.finished(middle), [middle.id], [middle.id]),
      // Behind all others.
      (.described(last), [last.id], [last.id, middle.id]),
    ]
    for (update, begun, holding) in updates {
      let alerts = journal.take(update)
      #expect(alerts == begun.map { AlertJournal.Alert(dump: $0, rule: Self.rules[0]) })
      #expect(Set(Self.records.map(\.id).filter { journal[$0] != nil }) == Set(holding))
    }
  }
}
