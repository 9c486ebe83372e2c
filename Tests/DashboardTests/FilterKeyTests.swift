import Analysis
import DashboardFixtures
import TerminalCells
import Testing

@testable import Dashboard

@Suite("The filter under the fingers")
struct FilterKeyTests {
  private func typed(_ text: String, into model: inout Model) {
    model.press(.character("/"), .control("u"))
    for character in text { model.press(.character(character)) }
  }

  private func shown(_ model: Model) -> Int { model.dumps.count - model.dumps.hiddenCount }

  @Test("The table narrows while the filter is typed, and Esc brings everything back")
  func live() {
    var model = GridSweep.model(columns: 120, rows: 40)
    typed("pdim=16 epoch=8", into: &model)
    #expect(shown(model) == 3)
    #expect(model.screenRows().last?.contains("3 of \(GridSweep.records.count)") == true)
    model.press(.escape)
    #expect(shown(model) == GridSweep.records.count)
  }

  @Test("Pasted text goes into the open prompt as one line, and accepts nothing")
  func paste() {
    var model = GridSweep.model(columns: 120, rows: 40)
    model.press(.character("/"))
    #expect(update(&model, .paste("pdim=16\r\nepoch=8\tq\u{1b}\n")).isEmpty)
    #expect(model.input.prompt?.text == "pdim=16 epoch=8 q")
    model.press(.backspace, .backspace)
    #expect(model.input.prompt != nil && shown(model) == 3)
    model.press(.escape, .character(":"))
    _ = update(&model, .paste("sort\n"))
    #expect(model.input.overlays.last?.filter == "sort")
  }

  @Test("Text that is pasted where nothing is typed is no command, and this is said")
  func strayPaste() {
    var model = GridSweep.model(columns: 120, rows: 40)
    let (view, screen) = (model.view, model.screen)
    #expect(update(&model, .paste("/data/aBq\nz3")).isEmpty)
    #expect(model.view == view && model.screen == screen && model.input.prompt == nil && model.input.overlays.isEmpty)
    #expect(model.screenRows().last?.contains("pasted text is no command") == true)
  }

  @Test("A taken filter holds for charts too, and for what comes later")
  func taken() {
    var model = GridSweep.model(columns: 120, rows: 40)
    typed("pdim=16", into: &model)
    model.press(.enter, .character("3"))
    #expect(model.input.prompt == nil && model.charts.figures.first?.dumps.count == 3)
    var record = GridSweep.record(0, 2, epoch: 8)
    record.dump.path = "grid/new.npy"
    record.dump.run = "new"
    _ = update(&model, .engine(.finished(record), at: SampleSweep.time))
    #expect(model.dumps[record.id]?.isHidden == true)
    record.dump.hyperparameters["pdim"] = .number(16)
    _ = update(&model, .engine(.finished(record), at: SampleSweep.time))
    #expect(model.dumps[record.id]?.isHidden == false)
  }

  @Test("A mistake is told with its reason, is not taken, and leaves the table as it was")
  func mistakes() {
    var model = GridSweep.model(columns: 120, rows: 40)
    typed("pdim=16 alhpa>1", into: &model)
    #expect(model.input.prompt?.error?.reason.contains("alpha") == true)
    #expect(model.input.prompt?.error?.offset == 8)
    model.press(.enter)
    #expect(model.input.prompt != nil && shown(model) == GridSweep.records.count)
  }

  @Test("Earlier filters come back with the arrows, the newest first")
  func history() {
    var model = GridSweep.model(columns: 120, rows: 40)
    for text in ["pdim=16", "pdim=64"] {
      typed(text, into: &model)
      model.press(.enter)
    }
    model.press(.character("/"), .up)
    #expect(model.input.prompt?.text == "pdim=64")
    model.press(.up)
    #expect(model.input.prompt?.text == "pdim=16")
    model.press(.down)
    #expect(model.input.prompt?.text == "pdim=64")
  }

  @Test("Marks and pins can be asked for")
  func flags() {
    var model = GridSweep.model(columns: 120, rows: 40)
    model.press(.down, .character(" "), .character("p"))
    typed("marked | pinned", into: &model)
    model.press(.enter)
    #expect(shown(model) == 2)
    model.press(.character("u"), .character("u"))
    #expect(model.view.filter.isEmpty && shown(model) == GridSweep.records.count)
  }

  @Test("Marks: one, from the last one to here, all, none")
  func marks() {
    var model = GridSweep.model(columns: 120, rows: 40)
    model.press(.character("g"), .down, .character(" "))
    #expect(model.view.marked.count == 1)
    model.press(.down, .down, .character("V"))
    #expect(model.view.marked.count > 2)
    model.press(.character("a"))
    #expect(model.view.marked.count == GridSweep.records.count)
    model.press(.character("a"))
    #expect(model.view.marked.isEmpty)
  }

  @Test("What is marked is computed after what is on the screen, and before all else")
  func priorities() throws {
    var model = GridSweep.model(columns: 80, rows: 24)
    let marked = GridSweep.record(0, 0, epoch: 1).id
    model.select(marked)
    model.press(.character(" "), .character("G"))
    let waiting = GridSweep.record(2, 1, epoch: 8)
    let effects = update(&model, .engine(.queued(waiting), at: SampleSweep.time))
    let focus = try #require(
      effects.lazy.compactMap { if case .prioritise(let dumps) = $0 { dumps } else { nil } }.first)
    #expect(focus.first == model.selected?.id && focus.last == marked)
  }

  @Test("Columns are those that were chosen, in the order in which they were")
  func columns() {
    var model = GridSweep.model(columns: 200, rows: 40)
    model.press(.character(","))
    // N×D away, and once more: behind the others.
    model.press(.enter)
    #expect(model.view.columns?.contains(.shape) == false)
    for letter in "stable" { model.press(.character(letter)) }
    model.press(.enter, .escape, .escape)
    #expect(model.view.columns?.last == .quantity(Quantity(named: "stableRank")))
    #expect(model.screenRows().contains { $0.contains("stable rank") })
  }

  @Test("Of several keys the last one chosen comes first, and those before it decide what it leaves open")
  func sorting() {
    var model = GridSweep.model(columns: 120, rows: 40)
    model.table.order.sort(by: .alpha)
    model.table.order.sort(by: .quantity(named: "pdim"))
    let runs = model.table.order.sorted(model.dumps.runs).map(\.id.name)
    // The widest first, and within it the largest α.
    #expect(runs.prefix(2).contains(GridSweep.run(2, 2)) && runs[2] == GridSweep.run(1, 2))
    #expect(runs[3] == GridSweep.run(0, 2) && runs[4] == GridSweep.run(2, 1))
  }
}
