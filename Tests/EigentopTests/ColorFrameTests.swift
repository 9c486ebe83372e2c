import ChartCells
import Charts
import DashboardFixtures
import Figures
import FrameSnapshots
import TerminalCells
import Testing

@testable import Dashboard

@Suite("Frames of the charts in the themes that come with the program")
struct ColorFrameTests {
  typealias Look = AppearanceSnapshotTests.Look
  static let looks = [Look.dark, .light, .sixteen]

  enum Scene: Character, CaseIterable {
    case scatter = "3"
    case landscape = "4"
    case timeline = "5"
    case layers = "6"
  }

  /// A screen as it was drawn, and where its first chart has what.
  private struct Drawn {
    let model: Model
    let frame: CellBuffer
    let theme: ResolvedTheme
    let chart: Chart
    let geometry: PlotGeometry

    init(_ look: Look, _ scene: Scene) throws {
      let model = ColorFrameTests.model(scene, columns: 120, rows: 40)
      let appearance = try look.appearance()
      let frame = ColorFrameTests.frame(model, appearance)
      let panes = ScreenLayout(model).panes(count: model.charts.figures.count, first: model.charts.firstShown)
      let pane = try #require(panes[0])
      // Below its corner a plot has labels and the title of the axis, then come the findings.
      let corner = try #require((pane.y..<pane.maxY).last { frame[corner: pane, $0] })
      (self.model, self.frame, theme) = (model, frame, appearance.theme)
      chart = try #require(model.charts.figures.first).chart
      geometry = plotGeometry(chart, in: pane.inset(bottom: pane.maxY - corner - 3).inset(right: 1))
    }

    func cell(of point: DataPoint) throws -> Cell {
      let (x, y) = try #require(geometry.cell(of: point))
      return frame[x, y]
    }

    /// The points of series, without that of the selected dump.
    var series: [(index: Int, points: [DataPoint])] {
      let selected = model.selected.flatMap { model.charts.figures[0].crosshair(on: $0.id) }
      return chart.marks.indices.compactMap { mark in
        guard case .series(let index) = chart.marks[mark].role, chart.marks[mark].name != nil else { return nil }
        let points = chart.marks[mark].dataPoints.enumerated()
          .filter { Crosshair(mark: mark, point: $0.offset) != selected }.map(\.element)
        return (index, points)
      }
    }
  }

  private static func model(_ scene: Scene, columns: Int, rows: Int) -> Model {
    var model = GridSweep.model(columns: columns, rows: rows)
    model.select(scene == .layers ? GridSweep.layer(1, epoch: 8).id : GridSweep.record(1, 1, epoch: 8).id)
    model.press(.character(scene.rawValue))
    return model
  }

  private static func frame(_ model: Model, _ appearance: Appearance) -> CellBuffer {
    var frame = CellBuffer(width: model.columns, height: model.rows)
    render(model, appearance, into: &frame)
    return frame
  }

  @Test("Every chart at every size: what is written, and the styles of each look", arguments: Scene.allCases)
  func frames(scene: Scene) throws {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
      let model = Self.model(scene, columns: columns, rows: rows)
      let looks = try Look.allCases.map { (name: $0.rawValue, frame: Self.frame(model, try $0.appearance())) }
      let frames = FrameLooks(looks)
      #expect(try frames.text == frames.committedText("\(scene)-looks-\(columns)x\(rows)"))
    }
  }

  @Test("Every point of a series has its colour and its marker", arguments: looks, [Scene.scatter, .timeline, .layers])
  func points(look: Look, scene: Scene) throws {
    let drawn = try Drawn(look, scene)
    let markers: [Character] = ["●", "▲", "■"]
    var seen = 0
    for (index, points) in drawn.series {
      for point in points {
        let cell = try drawn.cell(of: point)
        #expect(cell.character == markers[index])
        #expect(cell.style.foreground == drawn.theme.style(ChartRole.series(index)).foreground)
        seen += 1
      }
    }
    #expect(seen == (scene == .scatter ? 9 : scene == .timeline ? 1 : 2))
  }

  @Test("The selected dump is reversed in the colour of the crosshair", arguments: looks, Scene.allCases)
  func selected(look: Look, scene: Scene) throws {
    let drawn = try Drawn(look, scene)
    let dump = try #require(drawn.model.selected).id
    let place = try #require(drawn.model.charts.figures[0].crosshair(on: dump))
    let cell = try drawn.cell(of: try #require(drawn.chart.point(at: place)))
    #expect(cell.style.foreground == drawn.theme.style(ChartRole.crosshair).foreground)
    #expect(cell.style.attributes.isSuperset(of: [.bold, .reverse]))
  }

  @Test("The legend shows a series as it is drawn", arguments: looks, [Scene.timeline, .layers])
  func legend(look: Look, scene: Scene) throws {
    let drawn = try Drawn(look, scene)
    let (x, y) = (drawn.geometry.frame.x, drawn.geometry.frame.y)
    #expect(drawn.frame.text(row: y).hasPrefix(" α  ━● "))
    for column in [x + 4, x + 5] {
      #expect(drawn.frame[column, y].style.foreground == drawn.theme.style(ChartRole.series(0)).foreground)
    }
    #expect(drawn.frame[x + 7, y].style.foreground == drawn.theme.style(ChartRole.label).foreground)
  }

  @Test("The least and the greatest value of a landscape differ in what fills their cells", arguments: looks)
  func landscape(look: Look) throws {
    let drawn = try Drawn(look, .landscape)
    guard case .cells(let cells)? = drawn.chart.marks.first?.shape else {
      Issue.record("no cells")
      return
    }
    // α rises with both settings: the least is at the lower left. The first column of a cell is left to its colour.
    func fill(column: Int, row: Int) throws -> Cell {
      let edge = DataPoint(x: cells.xEdges[column] + 0.02, y: cells.yEdges[row] + 0.4)
      return try drawn.cell(of: edge)
    }
    let (least, middle, greatest) = (
      try fill(column: 0, row: 0), try fill(column: 1, row: 1), try fill(column: 2, row: 2)
    )
    #expect(least != greatest && least != middle && middle != greatest)
    let lowest = try #require(drawn.geometry.row(of: 0.5))
    // The middle of an even number of rows is either of two.
    let values = (lowest - 1...lowest + 1).map { drawn.frame.text(row: $0) }
    #expect(values.contains { row in cells.texts.prefix(3).allSatisfy { row.contains($0) } } && cells.texts[0] == "0.8")
  }

  @Test("No two series of a theme share both colour and marker, on any terminal", arguments: Look.allCases)
  func distinctSeries(look: Look) throws {
    let theme = try look.appearance().theme
    var seen: Set<[String]> = []
    for index in 0..<6 {
      let marker = theme.theme.seriesStyle(index).marker
      let color = theme.style(ChartRole.series(index)).foreground
      #expect(seen.insert(["\(color)", "\(marker)"]).inserted, "series \(index)")
    }
  }
}

extension CellBuffer {
  /// Whether the corner of a plot is in this row of a pane.
  fileprivate subscript(corner pane: Rect, y: Int) -> Bool {
    (pane.x..<pane.maxX).contains { self[$0, y].character == "└" }
  }
}
