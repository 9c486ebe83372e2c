import Charts
import DashboardFixtures
import Foundation
import SystemPackage
import TerminalCells
import Testing

@testable import Dashboard

@Suite("Text at edges")
struct EdgeTests {
  @Test(
    "No text touches the edge of the screen or a line between panes, 60 to 200 columns wide",
    arguments: Screen.allCases,
    [false, true])
  func edges(screen: Screen, withCrosshair: Bool) {
    var model = GridSweep.model(columns: 60, rows: 24)
    model.screens.resume(screen)
    if withCrosshair { model.press(.character("i")) }
    for (columns, rows) in stride(from: 60, through: 200, by: 7).flatMap({ [($0, 24), ($0, 45)] }) {
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
    model.screens.resume(screen)
    for columns in 20...200 {
      _ = update(&model, .resized(columns: columns, rows: 24))
      let hints = FooterLayout(model, in: Rect(x: 0, y: 23, width: columns, height: 1)).hints
      #expect(zip(hints, hints.dropFirst()).allSatisfy { $0.place.maxX + 3 <= $1.place.x }, "\(columns)")
      #expect(hints.allSatisfy { $0.place.maxX < columns }, "\(columns)")
    }
  }

  @Test(
    "The footer shows whole hints of the keymap, three columns apart, with air behind the last",
    arguments: Screen.allCases, [false, true])
  func footer(screen: Screen, withCrosshair: Bool) {
    var model = GridSweep.model(columns: 60, rows: 24)
    model.screens.resume(screen)
    if withCrosshair { model.press(.character("i")) }
    for columns in stride(from: 60, through: 200, by: 7) {
      _ = update(&model, .resized(columns: columns, rows: 24))
      let known = model.keymap.bindings(in: model.keyContexts).flatMap { binding in
        binding.hint.map { hint in binding.keys.map { "\($0.symbol) \(hint)" } } ?? []
      }
      let row = model.screenRows().last ?? ""
      let shown = pieces(of: row, gap: 3)
      #expect(!shown.isEmpty && Set(shown).isSubset(of: known), "\(columns): \(row)")
      #expect(row.displayWidth < columns, "\(columns): \(row)")
    }
  }

  @Test(
    "Names of ticks stand whole and apart, and a column from what ends their chart", arguments: Screen.allCases)
  func ticks(screen: Screen) {
    for (var model, rows) in [GridSweep.model(columns: 60, rows: 24), deepNetwork].flatMap({ [($0, 24), ($0, 45)] }) {
      model.screens.resume(screen)
      for columns in stride(from: 60, through: 200, by: 7) {
        _ = update(&model, .resized(columns: columns, rows: rows))
        let frame = model.frame()
        for (index, pane) in ScreenLayout(model).chartPanes(of: model).enumerated() {
          guard let pane, screen != .models else { continue }
          let figure = model.framed(model.charts.figures[index], in: PaneID(screen: screen, index: index))
          let plot = ChartPaneLayout(figure, in: pane, canvas: .braille).geometry.plot
          let row = String((pane.x..<pane.maxX).map { frame[$0, plot.maxY + 1].character ?? " " })
          let room = TickRoom(length: plot.width, labelGap: 2, minorSpacing: 2) { $0.displayWidth }
          let names = figure.chart.xAxis.ticks(in: room).compactMap(\.label)
          #expect(pieces(of: row, gap: 2) == names, "\(columns)×\(rows): \(row)")
          #expect(row.last == " ", "\(columns)×\(rows): \(row)")
        }
      }
    }
  }

  /// A network whose layers are called as those of real ones are.
  private var deepNetwork: Model {
    var model = Model(title: "deep", columns: 60, rows: 24)
    let names = (1...4).flatMap { block in (0..<3).map { "layer\(block).\($0).conv\($0 + 1)" } } + ["head.projector"]
    for (name, epoch) in names.flatMap({ [($0, 1), ($0, 8)] }) {
      var record = GridSweep.layer(0, epoch: epoch)
      record.dump.path = FilePath("grid/deep/epoch_\(epoch)/\(name).npy")
      record.dump.layer = name
      _ = update(&model, .engine(.finished(record), at: SampleSweep.time))
    }
    _ = update(&model, [.engine(.discovered, at: SampleSweep.time), .engine(.idle, at: SampleSweep.time)])
    return model
  }

  /// What stands in a row with so many columns of air between.
  private func pieces(of row: String, gap: Int) -> [String] {
    row.components(separatedBy: String(repeating: " ", count: gap))
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
}
