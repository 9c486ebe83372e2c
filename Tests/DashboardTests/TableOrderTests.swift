import Analysis
import DashboardFixtures
import NumericalTesting
import SystemPackage
import TerminalCells
import Testing

@testable import Dashboard

@Suite("The order of the table")
struct TableOrderTests {
  @Test("Runs stand in natural order of their names, whatever the order in which they were found", arguments: 0..<4)
  func runs(seed: UInt64) {
    let names = ["lambd_1", "lambd_2", "lambd_2/late", "lambd_2-again", "lambd_10", "lambd_10/layer_9", "other"]
    var generator = SeededGenerator(seed: seed)
    let model = Self.model(names.shuffled(using: &generator).map { Self.record($0, epoch: 1) })
    #expect(model.dumps.runs.map(\.id.name) == names)
    let shown = model.screenRows().compactMap { row in names.last { row.hasPrefix("   \($0) ") } }
    #expect(shown == names)
  }

  @Test("Runs of several directories stand directory by directory")
  func roots() {
    let records = [("b", "1"), ("a_10", "1"), ("b", "0"), ("a_9", "2"), ("a_10", "0")].map { root, run in
      let dump = Dump(path: FilePath("\(root)/\(run)/x.npy"), root: FilePath(root), run: run)
      return AnalysisRecord(dump: dump, shape: SampleSweep.shape)
    }
    let runs = Self.model(records).dumps.runs.map { "\($0.id.root)/\($0.id.name)" }
    #expect(runs == ["a_9/2", "a_10/0", "a_10/1", "b/0", "b/1"])
  }

  @Test("Dumps of a run stand by epoch, those of one epoch by their paths, whatever the order of finding")
  func dumps() {
    let files = ["0_1", "1_2", "1_10", "2_0", "10_0"]
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<5 {
      let model = Self.model(files.shuffled(using: &generator).map { Self.record("run", file: $0) })
      #expect(model.dumps.runs.first?.dumps.map { $0.file.stem } == files)
    }
  }

  @Test("A dump is found beside its neighbours, wherever others come, change and go", arguments: 0..<4)
  func neighbours(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var collection = DumpCollection()
    var known: [FilePath: Dump] = [:]
    for _ in 0..<600 {
      let path = FilePath("\(Int.random(in: 0..<60, using: &generator)).npy")
      // The same file may be said to be of another run or of another epoch later on.
      let dump = Dump(
        path: path, run: "run_\(Int.random(in: 0..<3, using: &generator))",
        checkpoint: Checkpoint(epoch: Int.random(in: 0..<9, using: &generator)))
      if Int.random(in: 0..<3, using: &generator) == 0 {
        collection.remove(Dump.ID(path))
        known[path] = nil
      } else {
        collection.put(DumpEntry(record: AnalysisRecord(dump: dump, shape: SampleSweep.shape), state: .queued))
        known[path] = dump
      }
    }
    for run in 0..<3 {
      // Sorted anew, by numbers.
      let expected = known.values.filter { $0.run == "run_\(run)" }
        .sorted { ($0.checkpoint?.epoch ?? 0, Self.number($0)) < ($1.checkpoint?.epoch ?? 0, Self.number($1)) }
      #expect(collection[run: RunID(root: "", name: "run_\(run)")]?.dumps ?? [] == expected.map(\.id))
    }
    #expect(collection.count == known.count && collection.queuedCount == known.count)
  }

  @Test("The selection stays on its dump, and in sight, while runs come before and behind it")
  func selection() {
    var model = Self.model([Self.record("run_50", epoch: 1), Self.record("run_50", epoch: 2)])
    model.press(.down, .down)
    let selected = model.selected?.id
    for number in (0..<100).reversed() where number != 50 {
      model.find(Self.record("run_\(number)", epoch: 1))
      #expect(model.selected?.id == selected)
      let index = model.table.selectedIndex(in: model.table.rows(of: model.dumps)) ?? -1
      #expect((0..<ScreenLayout(model).tableRows).contains(index - model.table.scroll))
    }
  }

  @Test("A spectrum that was opened stays, though it was the first row's and is no longer")
  func opened() {
    var model = Self.model([Self.record("run_5", epoch: 1)])
    model.press(.character("2"))
    model.find(Self.record("run_1", epoch: 1))
    #expect(model.selected?.record.dump.run == "run_5")
  }

  @Test("Where nothing was chosen yet the first row is selected")
  func nothingChosen() {
    var model = Self.model([Self.record("run_5", epoch: 1)])
    model.find(Self.record("run_1", epoch: 1))
    #expect(model.selected?.record.dump.run == "run_1")
  }

  @Test("A selected run of which one dump is left stays selected, and unfolded")
  func heading() {
    var model = Self.model(
      [("a", 1), ("b", 1), ("b", 2), ("c", 1)].map { Self.record($0, epoch: $1) })
    model.press(.down, .character("h"))
    #expect(model.table.selection == .run(SampleSweep.runID("b")))
    let last = Self.record("b", epoch: 2)
    _ = update(&model, .engine(.vanished(last.id), at: SampleSweep.time))
    #expect(model.selected?.record.dump.run == "b")
    model.find(last)
    #expect(model.table.rows(of: model.dumps).count == 5)
    #expect(model.selected?.id == Self.record("b", epoch: 1).id)
  }

  private static func record(_ run: String, epoch: Int) -> AnalysisRecord { record(run, file: "\(epoch)_0") }

  /// - Parameter file: epoch and something else.
  private static func record(_ run: String, file: String) -> AnalysisRecord {
    let epoch = file.split(separator: "_").first.flatMap { Int($0) }
    let dump = Dump(path: FilePath("\(run)/\(file).npy"), run: run, checkpoint: Checkpoint(epoch: epoch))
    return AnalysisRecord(dump: dump, shape: SampleSweep.shape)
  }

  private static func number(_ dump: Dump) -> Int { Int(dump.path.stem ?? "") ?? 0 }

  private static func model(_ records: [AnalysisRecord]) -> Model {
    var model = Model(title: "sweep", columns: 80, rows: 24)
    for record in records { model.find(record) }
    return model
  }
}

extension Model {
  fileprivate mutating func find(_ record: AnalysisRecord) {
    _ = update(&self, .engine(.queued(record), at: SampleSweep.time))
  }
}
