import Analysis
import DashboardFixtures
import TerminalCells
import Testing

@testable import Dashboard

@Suite("From match to match")
struct SearchKeyTests {
  private func searching(_ text: String) -> Model {
    var model = GridSweep.model(columns: 120, rows: 40)
    model.press(.character("/"))
    for character in text { model.press(.character(character)) }
    model.press(.enter, .escape)
    return model
  }

  private let matches = GridSweep.lambds.indices.map { GridSweep.record($0, 0, epoch: 8).id }

  @Test("n walks through what the filter used last matches, in the order of the table, round and round; N goes back")
  func walking() {
    var model = searching("pdim=16 epoch=8")
    #expect(model.view.filter.isEmpty && model.dumps.hiddenCount == 0)
    for (step, id) in (matches + matches).enumerated() {
      model.press(.character("n"))
      #expect(model.selected?.id == id)
      #expect(model.input.notice?.text == "\(step % 3 + 1) of 3 matches of pdim=16 epoch=8")
    }
    for id in [1, 0, 2].map({ matches[$0] }) {
      model.press(.character("N"))
      #expect(model.selected?.id == id)
    }
    // In the other order, too, and from wherever one is.
    model.press(.character("g"), .character("S"), .character("n"))
    #expect(model.selected?.id == matches[2])
  }

  @Test("From the heading of a run the first match is the first of its dumps, and what is folded is unfolded")
  func headings() {
    var model = searching("epoch=1 lambd=0.001 pdim=16")
    let id = GridSweep.record(0, 0, epoch: 1).id
    model.select(id)
    // The heading above it.
    model.press(.character("h"))
    #expect(model.table.folded.count == 1 && model.selected?.id != id)
    model.press(.character("n"))
    #expect(model.table.selection == .dump(id) && model.table.folded.isEmpty)
    #expect(model.input.notice?.text == "1 of 1 match of epoch=1 lambd=0.001 pdim=16")
  }

  @Test("With the filter on, everything shown is a match", arguments: "123456")
  func filtered(screen: Character) {
    var model = searching("pdim=16 epoch=8")
    model.press(.character("u"), .character(screen))
    #expect(model.view.filter == "pdim=16 epoch=8")
    var seen: Set<Dump.ID> = []
    for _ in matches {
      model.press(.character("n"))
      seen.insert(model.selected?.id ?? "")
    }
    #expect(seen == Set(matches) && model.screenRows().last?.contains("of 3 matches") == true)
  }

  @Test("On a chart the crosshair goes along")
  func crosshair() {
    var model = searching("pdim=16 epoch=8")
    model.press(.character("3"), .character("i"), .character("n"))
    let place = model.charts.crosshair?.place
    #expect(place.flatMap { model.focusedFigure?.dump(at: $0) } == model.selected?.id)
    #expect(matches.contains(model.selected?.id ?? ""))
  }

  @Test("Without a filter, or without a match, it says so, and the eye stays")
  func nothing() {
    var model = GridSweep.model(columns: 120, rows: 40)
    let selection = model.table.selection
    model.press(.character("n"))
    #expect(model.input.notice?.text == "nothing to look for: no filter was used yet; / asks for one")
    model = searching("pdim=17")
    model.press(.character("N"))
    #expect(model.input.notice?.text == "nothing matches pdim=17" && model.table.selection == selection)
  }

  @Test("A filter that was remembered from the last time counts as used")
  func resumed() {
    var model = GridSweep.model(columns: 120, rows: 40)
    var session = Session(roots: [])
    session.filter = "pdim=16 epoch=8"
    model.resume(session, on: [])
    model.press(.escape, .character("n"))
    #expect(model.view.filter.isEmpty && model.input.notice?.text == "1 of 3 matches of pdim=16 epoch=8")
  }
}
