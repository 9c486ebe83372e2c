import Analysis
import ChartCells
import DashboardFixtures
import FrameSnapshots
import Testing

@testable import Dashboard

@Suite("Frames of the screens of charts")
struct ChartScreenTests {
  private static let screens: [(key: Character, name: String)] = [
    ("3", "scatter"), ("4", "landscape"), ("5", "timeline"), ("6", "layers"),
  ]
  private static let frameSizes = [(80, 24), (120, 40), (200, 60)]

  private func model(_ key: Character, _ columns: Int, _ rows: Int) -> Model {
    var model = GridSweep.model(columns: columns, rows: rows)
    model.select(key == "6" ? GridSweep.layer(0, epoch: 8).id : GridSweep.record(1, 1, epoch: 8).id)
    model.press(.character(key))
    return model
  }

  @Test("Every screen at every size", arguments: screens.indices, frameSizes.indices)
  func sizes(screen: Int, size: Int) throws {
    let (key, name) = Self.screens[screen]
    let (columns, rows) = Self.frameSizes[size]
    let frame = model(key, columns, rows).frame()
    #expect(try frame.snapshot() == frame.committedSnapshot("\(name)-\(columns)x\(rows)"))
  }

  @Test("Every screen in ASCII has nothing but ASCII", arguments: screens.indices)
  func ascii(screen: Int) throws {
    let (key, name) = Self.screens[screen]
    let frame = model(key, 120, 40).frame(canvas: .ascii)
    #expect(try frame.snapshot() == frame.committedSnapshot("\(name)-ascii-120x40"))
  }

  @Test("A point of the scatter stands in the cell of its α and accuracy, and the selected one is emphasised")
  func scatter() throws {
    let model = model("3", 120, 40)
    let figure = try #require(model.focusedFigure)
    let layout = ScreenLayout(model)
    let pane = try #require(layout.panes(count: model.charts.figures.count, first: 0)[0])
    let frame = model.frame()
    // What stands below the chart are its findings.
    let findings = (pane.y..<pane.maxY).filter { frame.text(row: $0).contains("n = 10") }
    let chart = pane.inset(bottom: pane.maxY - (try #require(findings.first))).inset(right: 1)
    let geometry = plotGeometry(figure.chart, in: chart)
    let record = GridSweep.record(1, 1, epoch: 8)
    let place = try #require(figure.crosshair(on: record.id).flatMap(figure.chart.point))
    let (x, y) = try #require(geometry.cell(of: place))
    #expect(place.x == record.alpha && place.y == record.accuracy?.value)
    #expect(frame[x, y].style.attributes.contains(.reverse) && frame[x, y].character != " ")
  }

  @Test("The landscape names its values, says the best and hatches what is missing")
  func landscape() {
    let rows = model("4", 120, 40).screenRows()
    #expect(rows.contains { $0.contains("0.001") } && rows.contains { $0.contains("256") })
    #expect(rows.contains { $0.contains("best: pdim") } || rows.contains { $0.contains("models, last checkpoints") })
  }

  @Test("The landscape of the loss says whether it ranks the same models as α does")
  func signals() throws {
    let figures = model("4", 200, 60).charts.figures
    #expect(figures.map(\.chart.title) == ["α", "probe_acc", "train_loss", "ln(loss)/d"])
    let words = figures.map { $0.findings.map(\.text).filter { $0.contains("Steiger") || $0.contains("Spearman") } }
    #expect(words.map(\.count) == [2, 0, 2, 0] && words[0] == words[2])
    #expect(words[0][0].contains("these 10 models by probe_acc"))
  }

  @Test("The timeline runs over epochs, and the layers over their names")
  func axes() {
    #expect(model("5", 120, 40).screenRows().contains { $0.contains("epoch") })
    let rows = model("6", 120, 40).screenRows()
    #expect(GridSweep.layers.allSatisfy { layer in rows.contains { $0.contains(layer) } })
  }

  @Test("A screen that has nothing to show says why", arguments: ["3", "4", "5", "6"] as [Character])
  func nothing(key: Character) {
    var model = Model(title: "empty", columns: 80, rows: 24)
    var record = GridSweep.record(0, 0, epoch: 8)
    record.dump.hyperparameters = [:]
    record.dump.metrics = [:]
    _ = update(&model, .engine(.finished(record), at: SampleSweep.time))
    model.press(.character(key))
    #expect(model.screenRows().contains { $0.contains("no ") && !$0.contains("eigentop") })
  }
}
