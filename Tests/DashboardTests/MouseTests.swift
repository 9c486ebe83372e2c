import Analysis
import ChartCells
import Charts
import DashboardFixtures
import Figures
import TerminalCells
import Testing

@testable import Dashboard

@Suite("The mouse")
struct MouseTests {
  private func open(_ screen: Character, columns: Int = 120, rows: Int = 40) -> Model {
    var model = GridSweep.model(columns: columns, rows: rows)
    model.press(.character(screen))
    return model
  }

  /// Where a text first stands on the screen.
  private func place(of text: String, in model: Model) throws -> (column: Int, row: Int) {
    let rows = model.screenRows()
    let row = try #require(rows.firstIndex { $0.contains(text) })
    let start = try #require(rows[row].firstRange(of: text)?.lowerBound)
    return (String(rows[row][..<start]).displayWidth, row)
  }

  /// The pane of the open screen with its chart, as it is drawn.
  private func pane(_ index: Int, of model: Model) throws -> (figure: Figure, geometry: PlotGeometry) {
    let rect = try #require(ScreenLayout(model).chartPanes(of: model)[index])
    let figure = model.framed(model.charts.figures[index], in: PaneID(screen: model.screen, index: index))
    return (figure, ChartPaneLayout(figure, in: rect, canvas: .braille).geometry)
  }

  @Test("A click on a tab opens its screen, a click on a hint does what its key does")
  func tabsAndHints() throws {
    var model = open("1")
    try model.click(place(of: "4 Landscape", in: model))
    #expect(model.screen == .landscape)
    try model.click(place(of: "? help", in: model))
    #expect(model.input.overlays.map(\.kind) == [.help])
    try model.click(place(of: "Ctrl-C quit", in: model)) { #expect($0 == [.quit]) }
  }

  @Test("A click on a row selects it; another opens a dump, and folds a run")
  func rows() throws {
    var model = open("1")
    let rows = model.table.rows(of: model.dumps)
    for (line, row) in rows.prefix(6).enumerated() {
      if case .run = row { continue }
      model.table.selection = nil
      model.click((20, ScreenLayout(model).table.y + 1 + line))
      #expect(model.table.selection == row)
    }
    model.click((20, ScreenLayout(model).table.y + 2))
    model.click((20, ScreenLayout(model).table.y + 2))
    #expect(model.screen == .spectrum && model.table.selection == rows[1])
    model.press(.character("1"))
    model.click((1, ScreenLayout(model).table.y + 1))
    #expect(model.table.rows(of: model.dumps).count < rows.count)
  }

  @Test("A click on the title of a column sorts by it, and again turns the order round")
  func titles() throws {
    var model = open("1")
    try model.click(place(of: "α ", in: model))
    #expect(model.table.order.place(of: .alpha)?.isReversed == false)
    try model.click(place(of: "α▾", in: model))
    #expect(model.table.order.place(of: .alpha)?.isReversed == true)
  }

  @Test("A wheel over the table moves what is seen, and the selection stays in sight")
  func wheelOnTable() {
    var model = open("1", rows: 14)
    let (height, count) = (ScreenLayout(model).tableRows, model.table.rows(of: model.dumps).count)
    model.turnWheel(.wheelDown, (10, 6))
    #expect(model.table.scroll == 3)
    for _ in 0..<20 { model.turnWheel(.wheelDown, (10, 6)) }
    #expect(model.table.scroll == count - height)
    let selected = model.table.selectedIndex(in: model.table.rows(of: model.dumps))
    #expect(selected.map { (model.table.scroll..<count).contains($0) } == true)
  }

  @Test("A click on any point of a scatter selects its dump, wherever the chart has been moved to")
  func points() throws {
    var model = open("3")
    for step in 0..<3 {
      if step > 0 { model.press(step == 1 ? .character("+") : .character("L")) }
      let (figure, geometry) = try pane(0, of: model)
      for (index, mark) in figure.chart.marks.enumerated() where mark.name != nil {
        for (point, data) in mark.dataPoints.enumerated() {
          guard let cell = geometry.cell(of: data) else { continue }
          model.charts.crosshair = nil
          // Where the line for the read-out comes, the chart has a row less, from the bottom.
          model.click((cell.x, cell.y))
          let under = try #require(model.charts.crosshair)
          let found = try #require(figure.chart.point(at: under.place))
          #expect(geometry.cell(of: found).map { $0 == cell } == true, "\(index) \(point)")
          #expect(model.selected?.id == figure.dump(at: under.place))
        }
      }
    }
  }

  @Test("A click on a cell of the landscape selects a dump of it; a click beside the data takes the crosshair away")
  func cellsAndNothing() throws {
    var model = open("4")
    let (figure, geometry) = try pane(0, of: model)
    let mark = try #require(figure.chart.marks.firstIndex { if case .cells = $0.shape { true } else { false } })
    let data = try #require(figure.chart.marks[mark].dataPoints.last)
    let cell = try #require(geometry.cell(of: data))
    model.click((cell.x + 2, cell.y))
    let place = try #require(model.charts.crosshair?.place)
    #expect(figure.chart.point(at: place) == data)
    model.click((geometry.plot.x - 2, geometry.plot.y))
    #expect(model.charts.crosshair == nil)
  }

  @Test("A drag moves the chart by as many cells; one undo brings it back")
  func dragging() throws {
    var model = open("3")
    let (_, geometry) = try pane(0, of: model)
    let plot = geometry.plot
    let empty = try #require(
      (plot.y..<plot.maxY).lazy.map { (plot.x + 4, $0) }.first { cell in
        var probe = model
        probe.click(cell)
        return probe.charts.crosshair == nil
      })
    let before = model.view
    model.mouse(.press(.left), empty)
    for step in 1...6 { model.mouse(.drag(.left), (empty.0 + step, empty.1)) }
    model.mouse(.release(.left), (empty.0 + 6, empty.1))
    let moved = try pane(0, of: model).geometry
    let corner = try #require(geometry.data(atX: plot.x, y: plot.y))
    let old = try #require(geometry.xScale.position(of: corner.x))
    let new = try #require(moved.xScale.position(of: corner.x))
    #expect(abs((new - old) * Double(plot.width) - 6) < 1e-6)
    model.press(.character("u"))
    #expect(model.view == before)
  }

  @Test("A wheel looks closer at what is under the pointer, which stays there")
  func wheelOnChart() throws {
    var model = open("3")
    let (_, geometry) = try pane(0, of: model)
    let column = geometry.plot.x + geometry.plot.width / 4
    let before = try #require(geometry.data(atX: column, y: geometry.plot.y))
    for _ in 0..<4 { model.turnWheel(.wheelUp, (column, geometry.plot.y + 3)) }
    let closer = try pane(0, of: model).geometry
    let after = try #require(closer.data(atX: column, y: closer.plot.y))
    let width = { (scale: Scale) in scale.domain.upperBound - scale.domain.lowerBound }
    #expect(width(closer.xScale) < 0.5 * width(geometry.xScale))
    // Wider labels of the other axis move the plot, and with it what is under a column.
    let columns = Double(abs(closer.plot.x - geometry.plot.x) + 1)
    #expect(abs(after.x - before.x) < columns * width(closer.xScale) / Double(closer.plot.width))
  }

  @Test(
    "The line between panes follows the pointer, and stays where it was put",
    arguments: [("1", .table), ("3", .details)] as [(Character, PaneSizes.Divider)])
  func dividers(_ screen: Character, _ divider: PaneSizes.Divider) throws {
    var model = open(screen, columns: 160)
    let place = try #require(ScreenLayout(model).dividers[divider])
    let columns = [place.x, place.x - 12]
    model.mouse(.press(.left), (columns[0], place.y + 5))
    model.mouse(.drag(.left), (columns[1], place.y + 5))
    model.mouse(.release(.left), (columns[1], place.y + 5))
    let moved = try #require(ScreenLayout(model).dividers[divider])
    #expect(moved.isUnder((columns[1], place.y + 5)))
    var other = GridSweep.model(columns: 160, rows: 40)
    other.resume(model.session(of: []), on: [])
    #expect(other.look.paneSizes == model.look.paneSizes)
    model.press(.character(">"), .character(">"))
    #expect(ScreenLayout(model).dividers[divider].map { $0.x - moved.x } == 4)
  }

  @Test(
    "In a list a click chooses, another takes; beside it, it goes away; while a line is typed the mouse means nothing")
  func lists() throws {
    var model = open("3")
    model.press(.character("Y"))
    let line = try place(of: "participation", in: model)
    model.click(line)
    #expect(model.input.overlays.count == 1)
    model.click(line)
    #expect(model.input.overlays.isEmpty)
    #expect(model.charts.figures.first?.chart.yAxis.title.contains("participation") == true)
    model.press(.character("Y"))
    model.click((0, 38))
    #expect(model.input.overlays.isEmpty)
    model.press(.character("/"))
    let before = model
    model.click((30, 1))
    #expect(model == before)
  }

  @Test("M leaves the mouse to the terminal and takes it back; the setting is kept")
  func capture() {
    var model = open("1")
    #expect(model.press(.character("M")).contains(.captureMouse(false)))
    #expect(!model.takesMouse && model.screenRows().last?.contains("M takes it back") == true)
    #expect(model.press(.character("M")).contains(.captureMouse(true)))
    var kept = model
    let effects = kept.change(Setting.mouse.key)
    #expect(effects == [.keep(.mouse(false)), .captureMouse(false)])
  }
}

extension Rect {
  fileprivate func isUnder(_ cell: (column: Int, row: Int)) -> Bool {
    MouseEvent(.release(.left), column: cell.column, row: cell.row).isOver(self)
  }
}

extension Model {
  fileprivate mutating func mouse(_ kind: MouseEvent.Kind, _ cell: (Int, Int)) {
    _ = update(&self, .mouse(MouseEvent(kind, column: cell.0, row: cell.1)))
  }

  fileprivate mutating func turnWheel(_ kind: MouseEvent.Kind, _ cell: (Int, Int)) { mouse(kind, cell) }

  fileprivate mutating func click(_ cell: (column: Int, row: Int), then check: ([Effect]) -> Void = { _ in }) {
    check(update(&self, .mouse(MouseEvent(.press(.left), column: cell.column, row: cell.row))))
    mouse(.release(.left), cell)
  }
}
