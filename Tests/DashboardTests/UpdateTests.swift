import Analysis
import Spectra
import SystemPackage
import TerminalCells
import DashboardFixtures
import Testing

@testable import Dashboard

@Suite("What actions make of the dashboard")
struct UpdateTests {
  @Test("Dumps of a run are in the order of their checkpoints, whatever the order in which they were found")
  func checkpointOrder() {
    let model = SampleSweep.model(columns: 80, rows: 24)
    let epochs = model.dumps.runs[0].dumps.compactMap { model.dumps[$0]?.record.dump.checkpoint?.epoch }
    #expect(epochs == [1, 3, 8])
  }

  @Test("Counts follow what dumps go through")
  func counts() {
    var model = SampleSweep.model(columns: 80, rows: 24)
    #expect(model.pendingCounts == (queued: 1, running: 1))
    #expect(model.dumps.failedCount == 1)
    let done = SampleSweep.analysed(SampleSweep.computing, epoch: 8, alpha: 1, accuracy: nil)
    _ = update(&model, .engine(.finished(done), at: SampleSweep.time))
    #expect(model.pendingCounts == (queued: 1, running: 0))
    // Progress that was overtaken by its result changes nothing.
    let settled = model
    _ = update(&model, .engine(.progressed(done.id, rows: 400, perSecond: 100), at: SampleSweep.time))
    #expect(model == settled)
  }

  @Test("What a run is doing stays when its only dump gets other settings, and goes with the dump")
  func activity() throws {
    var model = SampleSweep.model(columns: 80, rows: 24)
    let run = SampleSweep.runID(SampleSweep.alone)
    var dump = try #require(model.dumps[run: run].flatMap { model.dumps.last(of: $0) }).record.dump
    _ = update(&model, .engine(.run(run, .live, lastSign: 0), at: SampleSweep.time))
    dump.hyperparameters["momentum"] = .number(0.9)
    _ = update(&model, .engine(.described(dump), at: SampleSweep.time))
    #expect(model.dumps[dump.id]?.record.dump == dump)
    #expect(model.dumps.activities[run]?.state == .live)
    _ = update(&model, .engine(.vanished(dump.id), at: SampleSweep.time))
    #expect(model.dumps.activities[run] == nil)
  }

  @Test("A dump that is fitted otherwise while it waits, or is computed anew, goes on doing so")
  func refittedWhileWaiting() {
    var model = SampleSweep.model(columns: 80, rows: 24)
    let record = SampleSweep.analysed(SampleSweep.queued, epoch: 8, alpha: 1, accuracy: nil)
    let updates: [EngineUpdate] = [
      .refitted(record), .progressed(record.id, rows: 10, perSecond: 1), .refitted(record),
    ]
    for update in updates { _ = Dashboard.update(&model, .engine(update, at: SampleSweep.time)) }
    #expect(model.dumps[record.id]?.state == .computing(rows: 10, perSecond: 1))
    #expect(model.dumps[record.id]?.record.alpha == record.alpha)
  }

  @Test("Down and up walk over every line and stop at the ends")
  func walking() {
    var model = SampleSweep.model(columns: 80, rows: 24)
    let rows = model.table.rows(of: model.dumps)
    #expect(rows.count == 8, "one heading, three checkpoints, four runs of one dump")
    model.press(.up)
    #expect(model.table.selectedIndex(in: rows) == 0)
    for expected in 1...7 {
      model.press(.character("j"))
      #expect(model.table.selectedIndex(in: rows) == expected)
    }
    model.press(.down)
    #expect(model.table.selectedIndex(in: rows) == 7)
    model.press(.character("g"))
    #expect(model.table.selectedIndex(in: rows) == 0)
    model.press(.character("G"))
    #expect(model.table.selectedIndex(in: rows) == 7)
  }

  @Test("Folding a run from one of its dumps selects the run, and unfolding brings the dumps back")
  func folding() {
    var model = SampleSweep.model(columns: 80, rows: 24)
    model.press(.down, .down, .character("h"))
    #expect(model.table.rows(of: model.dumps).count == 5)
    #expect(model.table.selection == .run(SampleSweep.runID(SampleSweep.good)))
    model.press(.character("l"))
    #expect(model.table.rows(of: model.dumps).count == 8)
  }

  @Test("The selection follows its dump when the order changes")
  func selectionFollows() throws {
    var model = SampleSweep.model(columns: 80, rows: 24)
    model.press(.down, .down, .down, .down)
    let selected = try #require(model.selected?.record.dump)
    #expect(selected.run == SampleSweep.alone)
    model.press(.character("s"), .character("a"))
    #expect(model.selected?.record.dump == selected)
    #expect(
      model.table.selectedIndex(in: model.table.rows(of: model.dumps)) == 0,
      "1.75 is the largest α of a last checkpoint")
  }

  @Test("Sorting orders runs by their last checkpoint, and those without a number come last both ways")
  func sorting() {
    var model = SampleSweep.model(columns: 80, rows: 24)
    let unfinished = [SampleSweep.broken, SampleSweep.computing, SampleSweep.queued]
    model.press(.character("s"), .character("a"))
    #expect(
      model.table.order.sorted(model.dumps.runs).map(\.id.name) == [
        SampleSweep.alone, SampleSweep.good,
      ] + unfinished)
    model.press(.character("S"))
    #expect(
      model.table.order.sorted(model.dumps.runs).map(\.id.name) == [
        SampleSweep.good, SampleSweep.alone,
      ] + unfinished)
    model.press(.character("s"), .character("c"))
    #expect(
      model.table.order.sorted(model.dumps.runs).map(\.id.name) == [
        SampleSweep.good, SampleSweep.alone,
      ] + unfinished)
    model.press(.character("s"), .character("n"))
    #expect(model.table.order.sorted(model.dumps.runs) == model.dumps.runs)
  }

  @Test("A key that completes no chord ends it and does nothing else")
  func brokenChord() {
    var model = SampleSweep.model(columns: 80, rows: 24)
    let before = model
    model.press(.character("s"), .character("q"))
    #expect(model == before)
    #expect(model.press(.character("s"), .control("c")).contains(.quit), "but Ctrl-C always quits")
  }

  @Test("Keys without a meaning change nothing")
  func unknownKeys() {
    var model = SampleSweep.model(columns: 80, rows: 24)
    let before = model
    let effects = model.press(.character("y"), .function(9), .alt(.character("x")), .insert, .character("ß"))
    #expect(model == before)
    #expect(effects.isEmpty)
  }

  @Test("Esc takes away one thing at a time and never quits")
  func back() {
    var model = SampleSweep.model(columns: 80, rows: 24)
    model.press(.character("2"), .character("w"), .character("?"), .character("w"))
    #expect(model.input.overlays.map(\.kind) == [.activity, .help])
    model.press(.escape)
    #expect(model.input.overlays.map(\.kind) == [.activity, .help], "the filter goes first")
    model.press(.escape)
    #expect(model.input.overlays.map(\.kind) == [.activity], "in the help letters are text")
    model.press(.escape)
    #expect(model.input.overlays.isEmpty && model.screen == .spectrum)
    model.press(.escape)
    #expect(model.screen == .models)
    #expect(model.press(.escape, .escape).isEmpty)
  }

  @Test("A spectrum is asked for once, when it is to be seen, and kept")
  func spectraOnDemand() {
    var model = SampleSweep.model(columns: 80, rows: 24)
    #expect(update(&model, .key(.down)).isEmpty, "no spectrum fits beside the table of a narrow terminal")
    let id = SampleSweep.dump(SampleSweep.good, epoch: 1).id
    #expect(update(&model, .key(.enter)) == [.loadSpectra(id)])
    #expect(update(&model, .key(.control("l"))) == [.redraw], "not twice while it is on its way")
    #expect(update(&model, .spectraLoaded(id, DumpSpectra(SampleSweep.spectrum(alpha: 2)))).isEmpty)
    #expect(model.press(.character("1"), .character("2")).isEmpty, "it is still there")
  }

  @Test("On the spectrum screen j and k walk from dump to dump, past headings")
  func walkingSpectra() {
    var model = SampleSweep.model(columns: 80, rows: 24)
    model.press(.character("2"))
    #expect(model.selected?.record.dump.checkpoint?.epoch == 8, "a run shows its last checkpoint")
    model.press(.character("j"))
    #expect(model.selected?.record.dump.checkpoint?.epoch == 1)
    model.press(.character("k"))
    #expect(model.selected?.record.dump.checkpoint?.epoch == 1, "the heading is passed over")
    model.press(.character("G"))
    #expect(model.selected?.record.dump.run == SampleSweep.queued)
  }

  @Test("Spectra are given up least recently used first")
  func cache() {
    var cache = SpectrumCache()
    let ids = (0...SpectrumCache.capacity).map { Dump.ID(FilePath("\($0)")) }
    for id in ids.dropLast() { cache.insert(DumpSpectra(SampleSweep.spectrum(alpha: 1)), for: id) }
    cache.touch(ids[0])
    cache.insert(DumpSpectra(SampleSweep.spectrum(alpha: 1)), for: ids[SpectrumCache.capacity])
    #expect(cache[ids[0]] != nil)
    #expect(cache[ids[1]] == nil)
    #expect(cache[ids[SpectrumCache.capacity]] != nil)
  }

  @Test("The selection stays in sight in a table longer than the terminal", arguments: [6, 9, 24])
  func scrolling(rows: Int) {
    var model = Model(title: "many", columns: 80, rows: rows)
    for index in 0..<50 {
      let record = SampleSweep.analysed("lambd_\(100 + index)_pdim_8", epoch: 8, alpha: 1, accuracy: nil)
      _ = update(&model, .engine(.finished(record), at: SampleSweep.time))
    }
    for key in [KeyEvent.character("G"), .pageUp, .control("d"), .pageDown, .control("u"), .character("g"), .down] {
      model.press(key)
      let selected = model.table.selectedIndex(in: model.table.rows(of: model.dumps)) ?? -1
      let visible = model.table.scroll..<(model.table.scroll + ScreenLayout(model).tableRows)
      #expect(visible.contains(selected), "after \(key)")
    }
  }

  @Test("Runs of the same name in two directories stay two runs, each with its directory")
  func severalRoots() {
    var model = Model(title: "a b", columns: 120, rows: 40)
    for root in ["a", "b"] {
      let dump = Dump(path: FilePath("\(root)/run/x.npy"), root: FilePath(root), run: "run")
      _ = update(&model, .engine(.queued(AnalysisRecord(dump: dump, shape: SampleSweep.shape)), at: SampleSweep.time))
    }
    #expect(model.dumps.runs.count == 2)
    #expect(
      model.screenRows().contains { $0.contains("a/run") } && model.screenRows().contains { $0.contains("b/run") })
  }
}
