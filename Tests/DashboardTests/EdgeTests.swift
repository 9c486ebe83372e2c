import DashboardFixtures
import TerminalCells
import Testing

@testable import Dashboard

@Suite("Text at edges")
struct EdgeTests {
  @Test(
    "No text touches the edge of the screen or a line between panes, at any width", arguments: Screen.allCases,
    [false, true])
  func edges(screen: Screen, withCrosshair: Bool) {
    var model = GridSweep.model(columns: 60, rows: 24)
    model.screen = screen
    if withCrosshair { model.press(.character("i")) }
    for (columns, rows) in (60...200).flatMap({ [($0, 24), ($0, 45)] }) {
      _ = update(&model, .resized(columns: columns, rows: rows))
      for (y, row) in model.screenRows().enumerated() {
        let cells = Array(row)
        for (x, character) in cells.enumerated() where character.isLetter || character.isNumber {
          let isAtEdge = x == columns - 1
          // A line between panes goes on above or below; a tick of an axis has its label two columns before it.
          let touches = x + 1 < cells.count && cells[x + 1] == "│"
          #expect(!isAtEdge && !touches, "\(columns)×\(rows), row \(y): \(row)")
          if isAtEdge || touches { return }
        }
      }
    }
  }

  @Test("Hints of the footer stand apart, and none is cut", arguments: Screen.allCases)
  func hints(screen: Screen) {
    var model = GridSweep.model(columns: 60, rows: 24)
    model.screen = screen
    for columns in 20...200 {
      _ = update(&model, .resized(columns: columns, rows: 24))
      let hints = FooterLayout(model, in: Rect(x: 0, y: 23, width: columns, height: 1)).hints
      #expect(zip(hints, hints.dropFirst()).allSatisfy { $0.place.maxX + 3 <= $1.place.x }, "\(columns)")
      #expect(hints.allSatisfy { $0.place.maxX < columns }, "\(columns)")
    }
  }
}
