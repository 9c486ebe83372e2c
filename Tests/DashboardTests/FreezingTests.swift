import Analysis
import DashboardFixtures
import NumericalTesting
import Spectra
import SystemPackage
import TerminalCells
import Testing

@testable import Dashboard

@Suite("Frozen and following")
struct FreezingTests {
  private let time = ClockTime(hour: 15, minute: 0, second: 0)

  private func news(_ run: String, epoch: Int, alpha: Double) -> EngineUpdate {
    .finished(SampleSweep.analysed(run, epoch: epoch, alpha: alpha, accuracy: 50))
  }

  @Test(
    "Frozen, nothing but the count of what is new changes on the screen; f again shows all of it", arguments: "123456")
  func freezing(screen: Character) {
    var model = SampleSweep.model(columns: 120, rows: 40)
    model.answer(.loadSpectra(SampleSweep.dump(SampleSweep.good, epoch: 8).id))
    model.press(.character(screen), .character("f"))
    let frozen = model.screenRows()
    #expect(frozen[0].contains(" · frozen ") || frozen[0].contains(" · frozen · "))
    _ = update(&model, .engine(news(SampleSweep.good, epoch: 8, alpha: 0.5), at: time))
    _ = update(&model, .engine(news("lambd_2_pdim_8", epoch: 1, alpha: 0.7), at: time))
    _ = update(&model, .engine(news("lambd_2_pdim_8", epoch: 1, alpha: 0.6), at: time))
    _ = update(&model, .engine(.vanished(SampleSweep.dump(SampleSweep.alone, epoch: 8).id), at: time))
    #expect(model.screenRows()[0].contains(" · frozen · 2 new"))
    #expect(model.screenRows().dropFirst() == frozen.dropFirst())
    model.press(.character("f"))
    let now = model.screenRows()
    #expect(!now[0].contains("frozen") && now[0].contains("last change 15:00:00"))
    #expect(model.dumps[SampleSweep.dump("lambd_2_pdim_8", epoch: 1).id]?.record.alpha.map { $0 < 0.65 } == true)
    #expect(model.dumps[SampleSweep.dump(SampleSweep.alone, epoch: 8).id] == nil)
  }

  @Test("The spectrum of what has changed since is not shown beside its old numbers, and not asked for again and again")
  func spectra() {
    var model = SampleSweep.model(columns: 120, rows: 40)
    model.press(.character("2"), .character("f"))
    let id = SampleSweep.dump(SampleSweep.alone, epoch: 8).id
    _ = update(&model, .engine(news(SampleSweep.alone, epoch: 8, alpha: 0.5), at: time))
    model.select(id)
    #expect(model.press(.control("l")) == [.redraw])
    _ = update(&model, .spectraLoaded(id, SampleSweep.spectra(of: id)))
    #expect(model.spectra[id] == nil)
    #expect(model.screenRows().contains { $0.contains("another spectrum since the screen was frozen") })
    let effects = model.press(.character("f"))
    #expect(effects.contains(.loadSpectra(id)))
    #expect(model.spectra[id] != nil)
  }

  @Test("An alert rings also while the screen is frozen, and is there afterwards")
  func alerts() throws {
    let rule = try #require(AlertRule("alpha > 3", ringsBell: true))
    var model = Model(title: "sweep", alertRules: [rule], columns: 120, rows: 40)
    _ = update(&model, [.engine(.discovered, at: time), .engine(.idle, at: time)])
    model.press(.character("f"))
    let effects = update(&model, .engine(news(SampleSweep.good, epoch: 8, alpha: 4), at: time))
    #expect(effects.contains(.ringBell))
    let id = SampleSweep.dump(SampleSweep.good, epoch: 8).id
    #expect(model.news.alerts[id] == nil)
    #expect(!model.press(.character("f")).contains(.ringBell), "once is enough")
    #expect(model.news.alerts[id] == [rule])
  }

  @Test(
    "However long it lasts, as much is held as there are dumps, and it leads to where all of it would have",
    arguments: [UInt64](1...6))
  func coalescing(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var (direct, frozen) = (SampleSweep.model(columns: 80, rows: 24), SampleSweep.model(columns: 80, rows: 24))
    frozen.press(.character("f"))
    for step in 0..<400 {
      let news = randomNews(&generator, step)
      let action = Action.engine(news, at: ClockTime(hour: step / 60, minute: step % 60, second: 0))
      _ = update(&direct, action)
      _ = update(&frozen, action)
      guard step % 7 == 0 else { continue }
      var thawed = frozen
      thawed.press(.character("f"))
      #expect(thawed.dumps.runs == direct.dumps.runs)
    }
    // Nine dumps in eight respects, and idle.
    #expect(frozen.news.held.map { $0.all.count <= 9 * 8 + 1 } == true)
    frozen.press(.character("f"))
    #expect(frozen.dumps.runs == direct.dumps.runs && frozen.dumps.activities == direct.dumps.activities)
    #expect(frozen.news.alerts == direct.news.alerts)
    #expect(frozen.news.isIdle == direct.news.isIdle && frozen.news.lastChange == direct.news.lastChange)
    #expect(frozen.news.results.first == direct.news.results.first)
  }

  /// Of nine dumps of three runs.
  private func randomNews(_ generator: inout SeededGenerator, _ step: Int) -> EngineUpdate {
    let number = Int.random(in: 0..<9, using: &generator)
    let dump = Dump(
      path: FilePath("run_\(number % 3)/\(number).npy"), run: "run_\(number % 3)",
      checkpoint: Checkpoint(epoch: Int.random(in: 0..<4, using: &generator)))
    let record = AnalysisRecord(
      dump: dump, shape: SampleSweep.shape, spectra: DumpSpectra(SampleSweep.spectrum(alpha: 0.01 * Double(step))),
      settings: FitSettings(), nonFiniteRows: 0)
    switch Int.random(in: 0..<10, using: &generator) {
    case 0, 1: return .queued(AnalysisRecord(dump: dump, shape: SampleSweep.shape))
    case 2, 3: return .progressed(dump.id, rows: step, perSecond: 10)
    case 4: return .previewed(record)
    case 5: return .refitted(record)
    case 6: return .refined(record)
    case 7: return .described(dump)
    case 8: return Bool.random(using: &generator) ? .vanished(dump.id) : .idle
    default: return .finished(record)
    }
  }

  @Test("F goes to the newest result and to each that comes, until the user goes elsewhere")
  func following() {
    var model = SampleSweep.model(columns: 120, rows: 40)
    model.table.folded = [SampleSweep.runID(SampleSweep.good)]
    model.press(.character("F"))
    #expect(model.screenRows()[0].contains(" · following"))
    for epoch in [5, 6] {
      _ = update(&model, .engine(news(SampleSweep.good, epoch: epoch, alpha: 1), at: time))
      #expect(model.selected?.id == SampleSweep.dump(SampleSweep.good, epoch: epoch).id)
    }
    // What has failed has nothing to show, and what is filtered out neither.
    let failed = AnalysisRecord(
      dump: SampleSweep.dump(SampleSweep.good, epoch: 7), failure: AnalysisFailure(code: .truncated, message: "y"))
    _ = update(&model, .engine(.finished(failed), at: time))
    #expect(model.selected?.id == SampleSweep.dump(SampleSweep.good, epoch: 6).id)
    model.press(.character("k"))
    let id = model.selected?.id
    #expect(!model.news.isFollowing && !model.screenRows()[0].contains("following"))
    _ = update(&model, .engine(news(SampleSweep.alone, epoch: 9, alpha: 1), at: time))
    #expect(model.selected?.id == id)
  }

  @Test("Frozen, it follows when the screen goes on; a crosshair keeps its place")
  func both() {
    var model = SampleSweep.model(columns: 120, rows: 40)
    model.press(.character("F"), .character("f"))
    let before = model.selected?.id
    _ = update(&model, .engine(news(SampleSweep.good, epoch: 3, alpha: 1), at: time))
    #expect(model.selected?.id == before)
    model.press(.character("f"))
    #expect(model.selected?.id == SampleSweep.dump(SampleSweep.good, epoch: 3).id && model.news.isFollowing)
    model.press(.character("2"), .character("i"))
    _ = update(&model, .engine(news(SampleSweep.alone, epoch: 9, alpha: 1), at: time))
    #expect(model.charts.crosshair != nil && model.selected?.id == SampleSweep.dump(SampleSweep.good, epoch: 3).id)
  }

  @Test("R has the dump on the screen computed anew, failed or not", arguments: "123456")
  func recomputing(screen: Character) throws {
    var model = SampleSweep.model(columns: 120, rows: 40)
    model.press(.character(screen))
    let id = try #require(model.selected?.id)
    #expect(model.press(.character("R")).first == .recompute(id))
    #expect(model.screenRows()[39].contains("\(id.file.lastComponent?.string ?? "") is computed anew"))
    let failed = SampleSweep.dump(SampleSweep.broken, epoch: 8).id
    model.select(failed)
    #expect(model.press(.character("R")).contains(.recompute(failed)))
    var empty = Model(title: "nothing", columns: 80, rows: 24)
    #expect(empty.press(.character("R")).isEmpty)
  }
}
