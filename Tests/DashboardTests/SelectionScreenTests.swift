import Analysis
import Charts
import DashboardFixtures
import Figures
import Goldilocks
import Spectra
import SystemPackage
import TerminalCells
import Testing

@testable import Dashboard

@Suite("Selection on a budget on the screen")
struct SelectionScreenTests {
  /// The grid without its deep network, batches of four, by accuracies that are measured here.
  private func model() -> Model {
    var model = GridSweep.model(columns: 140, rows: 44)
    model.press(.character("/"))
    model.typeText("lambd")
    model.press(.enter, .character("7"))
    while model.view.parallel > 4 { model.press(.character("[")) }
    model.press(.character("Y"))
    model.typeText("measured")
    model.press(.enter)
    return model
  }

  /// A probe that comes to so many of 200 rows.
  private func record(_ id: Dump.ID, correct: Int) throws -> ProbeRecord {
    var record = ProbeRecord(features: id.file, labels: nil)
    record.result = try ProbeFixture.result(correct: correct, of: 200)
    return record
  }

  @Test("B asks for the probes of all that it proposes; as they come the zone narrows and the eye goes to what is next")
  func probing() throws {
    var model = model()
    let first = try #require(model.procedure.board)
    #expect(first.batch.count == 4 && first.plan.procedure.steps.isEmpty)
    #expect(model.selected?.id == first.batch.first)
    #expect(model.screenRows().contains { $0.contains("probe next: 4 of 9 inside the zone") })
    #expect(update(&model, .key(.character("B"))).contains(.probe(first.batch, LinearProbe.Options())))
    for id in first.batch {
      _ = update(&model, .engine(.probing(id, nil), at: SampleSweep.time))
      #expect(model.screenRows().contains { $0.contains("probing") })
      let alpha = try #require(model.dumps[id]?.record.alpha)
      let result = try record(id, correct: Int(200 - 60 * alpha))
      _ = update(&model, .engine(.probed(id, result), at: SampleSweep.time))
    }
    let second = try #require(model.procedure.board)
    #expect(second.plan.procedure.steps.map(\.probeCount) == [4])
    #expect(Set(second.batch).isDisjoint(with: first.batch) && model.selected?.id == second.batch.first)
    #expect(second.plan.procedure.bounds != -Double.infinity...Double.infinity)
    let rows = model.screenRows()
    #expect(rows.contains { $0.contains("step 1") } && rows.contains { $0.contains("4 probes in 1 step") })
  }

  @Test("What is measured here is another quantity than what was logged, with its interval, everywhere")
  func measured() throws {
    var model = GridSweep.model(columns: 140, rows: 44)
    let id = GridSweep.record(1, 1, epoch: 8).id
    let logged = try #require(model.dumps[id]?.record.accuracy)
    _ = update(&model, .engine(.probed(id, try record(id, correct: 150)), at: SampleSweep.time))
    let dump = try #require(model.dumps[id]?.record.dump)
    let metric = try #require(dump.metrics[AccuracyMetric.measuredName(.ridge)])
    #expect(metric.value == 75 && metric.join == .probed)
    #expect(metric.interval.map { $0.contains(75) && $0.lowerBound > 60 && $0.upperBound < 85 } == true)
    #expect(model.dumps[id]?.record.accuracy?.name == logged.name, "a log goes first")
    // The engine says something else of the dump: the probe stays.
    _ = update(&model, .engine(.refined(GridSweep.record(1, 1, epoch: 8)), at: SampleSweep.time))
    #expect(model.dumps[id]?.record.dump.metrics[AccuracyMetric.measuredName(.ridge)] == metric)
    model.press(.character("3"))
    #expect(model.charts.data.accuracies.contains(AccuracyMetric.measuredName(.ridge)))
    // Its features are others now.
    _ = update(&model, .engine(.probed(id, nil), at: SampleSweep.time))
    #expect(model.dumps[id]?.record.dump.metrics[AccuracyMetric.measuredName(.ridge)] == nil)
    #expect(!model.charts.data.accuracies.contains(AccuracyMetric.measuredName(.ridge)))
  }

  @Test("P asks for the probe of the selected dump, once, and says why there is none")
  func single() throws {
    var model = GridSweep.model(columns: 140, rows: 44)
    let id = GridSweep.record(0, 1, epoch: 8).id
    model.select(id)
    var options = LinearProbe.Options()
    options.includesCurve = true
    #expect(update(&model, .key(.character("P"))).contains(.probe([id], options)))
    _ = update(&model, .engine(.probing(id, .training(rows: 50, of: 200)), at: SampleSweep.time))
    #expect(model.screenRows().contains { $0.contains("training, 25 %") })
    #expect(!update(&model, .key(.character("P"))).contains(.probe([id], options)), "one at a time")
    var record = ProbeRecord(features: id.file, labels: nil)
    record.failure = AnalysisFailure(code: .noLabels, message: "no labels anywhere")
    _ = update(&model, .engine(.probed(id, record), at: SampleSweep.time))
    #expect(model.input.notice?.isFailure == true && model.screenRows().last?.contains("no labels anywhere") == true)
    // When it is done P says all that it says, and the worst class first.
    _ = update(&model, .engine(.probed(id, try self.record(id, correct: 150)), at: SampleSweep.time))
    #expect(update(&model, .key(.character("P"))).isEmpty && model.input.overlays.last?.kind == .probe)
    let rows = model.screenRows()
    #expect(rows.contains { $0.contains("top-1") && $0.contains("75.0 %  [68.") && $0.contains("150 of 200") })
    let result = try ProbeFixture.result(correct: 150, of: 200)
    let worst = result.classes.min { $0.correct < $1.correct }
    let heading = try #require(rows.firstIndex { $0.contains("answered right") })
    #expect(rows[heading + 1].contains("\(worst?.correct ?? -1) of \(worst?.count ?? -1)"))
    model.press(.character("P"))
    #expect(model.input.overlays.isEmpty)
    // Another way to train is another measurement.
    _ = update(&model, .key(.character("o")))
    model.typeText("probe")
    #expect(model.press(.enter).contains(.keep(.probe(.logistic))))
    model.press(.escape, .escape)
    options.method = .logistic
    #expect(update(&model, .key(.character("P"))).contains(.probe([id], options)))
  }

  @Test("A typed accuracy counts beside measured ones only where it is asked for, and is remembered")
  func typing() throws {
    var model = model()
    let id = try #require(model.selected?.id)
    model.press(.character("a"))
    model.typeText("much")
    model.press(.enter)
    #expect(model.input.prompt?.error != nil && model.screenRows().last?.contains("write a number") == true)
    model.press(.control("u"))
    model.typeText("81.5")
    // What is selected meanwhile is not what was meant.
    model.select(GridSweep.record(2, 0, epoch: 8).id)
    model.press(.enter)
    #expect(model.input.prompt == nil)
    let metric = try #require(model.dumps[id]?.record.dump.metrics[AccuracyMetric.typedName])
    #expect(metric.value == 81.5 && metric.join == .typed)
    #expect(model.procedure.board?.candidates.accuracyName == AccuracyMetric.typedName)
    #expect(model.procedure.board?.candidates.knownCount == 1)
    #expect(model.screenRows().contains { $0.contains("81.50*") })
    let session = model.session(of: ["grid"])
    var next = Model(title: "grid", columns: 140, rows: 44)
    next.resume(session, on: ["grid"])
    for record in GridSweep.records { _ = update(&next, .engine(.finished(record), at: SampleSweep.time)) }
    _ = update(&next, [.engine(.discovered, at: SampleSweep.time), .engine(.idle, at: SampleSweep.time)])
    #expect(next.dumps[id]?.record.dump.metrics[AccuracyMetric.typedName] == metric)
    #expect(next.screen == .selection && next.view.parallel == 4)
    #expect(next.procedure.board?.candidates.knownCount == 1)
    // Nothing takes it back.
    next.select(id)
    next.press(.character("a"), .control("u"), .enter)
    #expect(next.dumps[id]?.record.dump.metrics[AccuracyMetric.typedName] == nil)
  }

  @Test("What is chosen on the second chart counts for both")
  func secondChart() {
    var model = GridSweep.model(columns: 200, rows: 44)
    model.press(.character("7"), .tab, .character("X"))
    model.typeText("pdim")
    model.press(.enter)
    #expect(model.procedure.board?.candidates.key.name == "pdim")
    #expect(model.charts.figures.map(\.chart.yAxis.title).first == "pdim")
    #expect(model.charts.figures.last?.chart.xAxis.title == "pdim")
  }

  @Test("v asks for a replay of what is known, once, and shows it when it comes")
  func replay() throws {
    var model = GridSweep.model(columns: 140, rows: 44)
    model.press(.character("7"))
    let effects = update(&model, .key(.character("v")))
    let settings = effects.compactMap { if case .replay(let setting) = $0 { setting } else { nil } }
    let setting = try #require(settings.first)
    #expect(setting.keys.count == 9 && setting.shuffleCount == 1000 && settings.count == 1)
    #expect(model.screenRows().contains { $0.contains("replaying the procedure on 9 models") })
    #expect(!update(&model, .key(.character("j"))).contains { if case .replay = $0 { true } else { false } })
    _ = update(&model, .replayed(setting, SelectionReplay(setting)))
    #expect(model.charts.figures.count == 2 && model.screenRows().contains { $0.contains("at random: the best in") })
    // Another M is another replay.
    #expect(update(&model, .key(.character("["))).contains { if case .replay = $0 { true } else { false } })
  }

  @Test(
    "j and k walk through the models in the order of the list, and a click selects one",
    arguments: [(80, 24), (140, 44)])
  func walking(columns: Int, rows: Int) throws {
    var model = GridSweep.model(columns: columns, rows: rows)
    model.press(.character("7"), .character("g"))
    let board = try #require(model.procedure.board)
    for row in board.rows {
      #expect(model.selectedModel == row)
      model.press(.character("j"))
    }
    let list = SelectionListLayout(model, in: ScreenLayout(model).details)
    let line = try #require(
      list.lines.firstIndex { if case .model(let row) = $0 { row != model.selectedModel } else { false } })
    guard case .model(let row) = list.lines[line] else { return }
    _ = update(&model, .mouse(MouseEvent(.press(.left), column: list.list.x + 4, row: list.list.y + line)))
    #expect(model.selectedModel == row)
  }
}
