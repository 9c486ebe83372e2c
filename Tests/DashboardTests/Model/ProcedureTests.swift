import DashboardFixtures
import Goldilocks
import TerminalCells
import Testing

@testable import Dashboard

@Suite("Selection on a budget in the dashboard")
struct ProcedureTests {
  /// What the procedure says of models of which a replay is to be seen.
  private func outlook(parallel: Int) throws -> SelectionOutlook {
    var model = GridSweep.model(columns: 140, rows: 44)
    model.press(.character("7"), .character("v"))
    model.view.parallel = parallel
    let sources = try #require(FigureSources(model))
    return try #require(sources.outlook)
  }

  @Test("A replay is asked for once, and the newest after it has come")
  func requests() throws {
    let (first, second) = (try outlook(parallel: 3), try outlook(parallel: 4))
    let (firstReplay, secondReplay) = (try #require(first.replay), try #require(second.replay))
    var procedure = Procedure()
    #expect(procedure.request() == nil)
    procedure.put(first)
    #expect(procedure.request() == first.replay && procedure.isWaiting)
    #expect(procedure.request() == nil)
    procedure.put(second)
    #expect(procedure.request() == nil)
    procedure.take(Procedure.FinishedReplay(setting: firstReplay, result: nil))
    #expect(procedure.request() == second.replay)
    procedure.take(Procedure.FinishedReplay(setting: secondReplay, result: nil))
    #expect(procedure.request() == nil && !procedure.isWaiting)
  }

  @Test("Who looks elsewhere asks for nothing")
  func closing() throws {
    var procedure = Procedure()
    procedure.put(try outlook(parallel: 3))
    procedure.close()
    #expect(procedure.board == nil && procedure.request() == nil)
  }

  @Test("The eye is on what to probe next, its run unfolded, when the charts are made")
  func eye() throws {
    var model = Model(title: "grid", columns: 140, rows: 44)
    for var record in GridSweep.records {
      // Two are known, the others are to be probed.
      if ![GridSweep.run(0, 0), GridSweep.run(2, 1)].contains(record.dump.run) { record.dump.metrics = [:] }
      _ = update(&model, .engine(.finished(record), at: SampleSweep.time))
    }
    for run in model.dumps.runs { model.table.folded.insert(run.id) }
    model.press(.character("7"))
    let row = try #require(model.procedure.board?.rows.first { $0.role == .next })
    #expect(model.selectedModel == row)
    let run = try #require(model.selected?.record.dump.runID)
    #expect(!model.table.folded.contains(run) && !model.charts.figures.isEmpty)
  }

  @Test("A replay of the models as they are changes what charts follow from, and moves no eye")
  func figures() throws {
    var model = GridSweep.model(columns: 140, rows: 44)
    model.press(.character("7"), .character("v"))
    let sources = try #require(FigureSources(model))
    let selection = model.table.selection
    let setting = try #require(sources.outlook?.replay)
    _ = update(&model, .replayed(setting, SelectionReplay(setting)))
    #expect(FigureSources(model) != sources && model.table.selection == selection)
  }
}
