import Analysis
import ChartCells
import Charts
import DashboardFixtures
import Figures
import TerminalCells
import Testing

@testable import Dashboard

@Suite("Charts under the fingers")
struct ChartKeyTests {
  private func open(_ screen: Character, columns: Int = 120, rows: Int = 40) -> Model {
    var model = GridSweep.model(columns: columns, rows: rows)
    model.press(.character(screen))
    return model
  }

  private func underCrosshair(_ model: Model) -> Dump.ID? {
    model.charts.crosshair.flatMap { model.focusedFigure?.dump(at: $0.place) }
  }

  @Test("The crosshair begins on the selected dump and walks from data point to data point, the selection with it")
  func walking() throws {
    var model = open("3")
    model.select(GridSweep.record(1, 1, epoch: 8).id)
    model.press(.character("i"))
    #expect(underCrosshair(model) == GridSweep.record(1, 1, epoch: 8).id)
    var seen: Set<Dump.ID> = []
    for _ in 0..<3 {
      model.press(.character("j"))
      for _ in 0..<20 { model.press(.character("h")) }
      for _ in 0..<20 {
        seen.formUnion([underCrosshair(model)].compactMap { $0 })
        #expect(model.selected?.id == underCrosshair(model))
        model.press(.character("l"))
      }
    }
    #expect(seen.count == 10, "every model")
    #expect(model.screenRows().contains { $0.contains("α ") && $0.contains("lambd") })
  }

  @Test("The read-out is what was measured, and its difference to the point that was set")
  func readOut() throws {
    var model = open("3")
    model.select(GridSweep.record(0, 0, epoch: 8).id)
    model.press(.character("i"), .character("m"), .character("l"))
    let crosshair = try #require(model.charts.crosshair)
    let figure = try #require(model.focusedFigure)
    let here = try #require(figure.chart.point(at: crosshair.place))
    let there = try #require(crosshair.reference.flatMap(figure.chart.point))
    let text = try #require(ReadOut(crosshair, of: 0, among: model.charts.figures, in: model)?.text)
    #expect(text.contains("α \(NumberText.significant(here.x))"))
    #expect(text.contains("Δ \(NumberText.signed(here.x - there.x)), \(NumberText.signed(here.y - there.y))"))
  }

  /// The timeline of three epochs, of which the loss was logged at two.
  private func timeline() throws -> Model {
    var model = GridSweep.model(columns: 200, rows: 60)
    var record = GridSweep.record(0, 0, epoch: 8)
    record.dump.path = "grid/between/features_epoch_6.npy"
    record.dump.checkpoint = Checkpoint(epoch: 6)
    record.dump.metrics = [:]
    _ = update(&model, .engine(.finished(record), at: SampleSweep.time))
    model.select(record.id)
    model.press(.character("5"), .character("i"))
    return model
  }

  @Test("Charts that share x share the crosshair: its column, and what was measured nearest to it")
  func shared() throws {
    let model = try timeline()
    let other = try #require(
      model.charts.figures.indices.first { model.charts.figures[$0].chart.yAxis.title == "train_loss" })
    let crosshair = try #require(model.charts.crosshair)
    let shared = try #require(SharedCrosshair(crosshair, on: model.charts.figures[0]))
    #expect(shared.x == 6 && other != model.focusedPane.index)
    let place = try #require(shared.place(on: model.charts.figures[other]))
    let nearest = try #require(model.charts.figures[other].chart.point(at: place))
    #expect(nearest.x == 8, "of 1 and 8")
    let text = try #require(ReadOut(crosshair, of: 0, among: model.charts.figures, in: model)?.text)
    #expect(text.contains("epoch 6   α ") && text.contains("train_loss 1.25 at epoch 8"))

    let frame = model.frame()
    let pane = try #require(
      ScreenLayout(model).panes(count: model.charts.figures.count, first: model.charts.firstShown)[other])
    let geometry = plotGeometry(model.charts.figures[other].chart, in: pane.inset(bottom: 1).inset(right: 1))
    let column = try #require(geometry.column(of: 6))
    let rows = geometry.plot.y..<geometry.plot.maxY
    #expect(rows.allSatisfy { frame[column, $0].character != " " })
    #expect(rows.count { frame[column, $0].character == "│" } > rows.count / 2)
    let (x, y) = try #require(geometry.cell(of: nearest))
    #expect(frame[x, y].style.attributes.contains(.reverse))
  }

  @Test("A chart with something else on x has no part in the crosshair")
  func notShared() throws {
    var model = open("6", columns: 200, rows: 60)
    model.select(GridSweep.layer(0, epoch: 8).id)
    model.press(.character("i"))
    let crosshair = try #require(model.charts.crosshair)
    let shared = try #require(SharedCrosshair(crosshair, on: model.charts.figures[0]))
    #expect(model.charts.figures.count == 2 && !shared.isShared(with: model.charts.figures[1]))
    #expect(shared.place(on: model.charts.figures[1]) == nil)
  }

  @Test("On named axes the read-out says the names, and of a cell its value")
  func namedReadOut() throws {
    var model = open("4")
    model.select(GridSweep.record(1, 2, epoch: 8).id)
    model.press(.character("i"))
    let crosshair = try #require(model.charts.crosshair)
    let text = try #require(ReadOut(crosshair, of: 0, among: model.charts.figures, in: model)?.text)
    let alpha = NumberText.significant(GridSweep.alpha(1, 2, epoch: 8))
    let accuracy = NumberText.significant(GridSweep.accuracy(1, 2))
    for part in ["pdim 256", "lambd 0.01", "α \(alpha)", "probe_acc \(accuracy)"] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
  }

  @Test("With a second accuracy there is a chart of the mean rank, which any axis can have", arguments: [false, true])
  func meanRank(isSecondLogged: Bool) {
    var model = GridSweep.model(columns: 200, rows: 60)
    for var record in GridSweep.records where isSecondLogged {
      guard let alpha = record.alpha, record.dump.layer == nil else { continue }
      record.dump.metrics["shifted_acc"] = Metric(value: 50 + alpha, join: .checkpoint)
      _ = update(&model, .engine(.finished(record), at: SampleSweep.time))
    }
    model.press(.character("3"))
    #expect(model.charts.figures.contains { $0.chart.yAxis.title == Quantity.meanRank.title } == isSecondLogged)
    let offered = model.quantityItems(for: .y).map(\.choice)
    #expect(offered.contains(.quantity(Quantity.meanRank.name)) == isSecondLogged)
    guard isSecondLogged else { return }
    let ranks = model.charts.figures.last.map {
      $0.chart.marks.filter { $0.name != nil }.flatMap(\.dataPoints).map(\.y)
    }
    #expect(ranks?.count == 10 && ranks?.reduce(0, +) == 55, "1 + 2 + … + 10")
    model.press(.character("4"))
    model.view.choices[PaneID(screen: .landscape)] = ChartChoice(color: .quantity(Quantity.meanRank.name))
    model.press(.control("l"))
    #expect(model.screenRows().contains { $0.contains(Quantity.meanRank.title) })
  }

  @Test("Enter opens the spectrum of the point; Esc leads back")
  func opening() {
    var model = open("3")
    model.press(.character("i"), .character("l"), .enter)
    #expect(model.screen == .spectrum && model.charts.crosshair == nil)
    model.press(.escape)
    #expect(model.screen == .scatter)
  }

  @Test("New results leave the crosshair on its dump")
  func staying() {
    var model = open("3")
    model.select(GridSweep.record(2, 0, epoch: 8).id)
    model.press(.character("i"))
    let before = underCrosshair(model)
    var record = GridSweep.record(0, 0, epoch: 8)
    record.dump.path = "grid/another/features_epoch_8.npy"
    record.dump.run = "another"
    _ = update(&model, .engine(.finished(record), at: SampleSweep.time))
    #expect(underCrosshair(model) == before && before != nil)
    _ = update(&model, .engine(.vanished(GridSweep.record(2, 0, epoch: 8).id), at: SampleSweep.time))
    #expect(underCrosshair(model) != before, "it is gone")
  }

  @Test("Esc takes away the crosshair, then the full screen, then the zoom, then the filter, then the screen")
  func escaping() {
    var model = open("3")
    model.press(.character("/"), .character("p"), .character("d"), .character("i"), .character("m"), .enter)
    model.press(.character("+"), .character("z"), .character("i"))
    #expect(
      model.charts.crosshair != nil && model.charts.isFullScreen
        && model.view.framings[model.focusedPane]?.isZoomed == true)
    model.press(.escape)
    #expect(model.charts.crosshair == nil && model.charts.isFullScreen)
    model.press(.escape)
    #expect(!model.charts.isFullScreen && model.view.framings[model.focusedPane]?.isZoomed == true)
    model.press(.escape)
    #expect(model.view.framings[model.focusedPane]?.isZoomed != true && model.view.filter == "pdim")
    model.press(.escape)
    #expect(model.view.filter.isEmpty && model.screen == .scatter)
    model.press(.escape)
    #expect(model.screen == .models)
  }

  @Test("Zooming, marking and filtering are undone one by one")
  func undoing() {
    var model = open("3")
    let before = model.view
    model.press(.character("+"))
    let zoomed = model.view
    model.press(.character(" "))
    #expect(model.view.marked.count == 1 && model.view != zoomed)
    model.press(.character("u"))
    #expect(model.view == zoomed)
    model.press(.character("u"))
    #expect(model.view == before)
    model.press(.character("u"))
    #expect(model.view == before, "there is nothing left")
  }

  @Test("A logarithmic axis is one key and one letter away, and the same leads back")
  func axes() throws {
    var model = open("3")
    #expect(model.focusedFigure?.chart.xAxis.scale.kind == .linear)
    model.press(.character("\\"), .character("x"))
    #expect(model.focusedFigure?.chart.xAxis.scale.kind == .logarithmic)
    model.press(.character("\\"), .character("b"))
    #expect(model.focusedFigure?.chart.yAxis.scale.kind == .logarithmic)
  }

  @Test("Tab goes from chart to chart, and keys mean the one with the focus")
  func panes() {
    var model = open("3", columns: 200)
    #expect(model.charts.figures.count == 2, "α and the loss against accuracy")
    model.press(.tab, .character("+"))
    #expect(model.view.framings[PaneID(screen: .scatter, index: 1)]?.isZoomed == true)
    #expect(model.view.framings[PaneID(screen: .scatter, index: 0)] == nil)
    model.press(.tab)
    #expect(model.focusedPane.index == 0)
    model.press(.backTab)
    #expect(model.focusedPane.index == 1)
  }

  @Test("What stands on an axis is chosen from a list that typing narrows")
  func choosing() {
    var model = open("3")
    model.press(.character("X"))
    for letter in "stable" { model.press(.character(letter)) }
    model.press(.enter)
    #expect(model.focusedFigure?.chart.xAxis.title == "stable rank" && model.input.overlays.isEmpty)
    model.press(.character("u"))
    #expect(model.focusedFigure?.chart.xAxis.title == "α")
  }

  @Test("The palette does what its line says")
  func palette() {
    var model = open("3")
    model.press(.character(":"))
    for letter in "over training" { model.press(.character(letter)) }
    model.press(.enter)
    #expect(model.screen == .timeline)
  }

  @Test("Copying gives every value under the chart with its dump")
  func copying() throws {
    var model = open("3")
    let effects = model.press(.character("y"))
    guard case .copy(let text, _)? = effects.first(where: { if case .copy = $0 { true } else { false } }) else {
      return #expect(Bool(false), "nothing copied")
    }
    #expect(text.split(separator: "\n").count == 11, "a line for the names, and one for each model")
    #expect(text.contains("\(GridSweep.accuracy(0, 0))"))
  }

  @Test("Marked and pinned spectra are overlaid, and named", arguments: [80, 200])
  func overlays(columns: Int) throws {
    var model = GridSweep.model(columns: columns, rows: 40)
    model.press(.character("g"))
    model.select(GridSweep.record(0, 0, epoch: 8).id)
    model.press(.character("p"))
    model.select(GridSweep.record(1, 1, epoch: 8).id)
    model.press(.character(" "))
    model.select(GridSweep.record(2, 2, epoch: 8).id)
    model.press(.character("2"))
    for _ in 0..<3 { model.answerWithGrid() }
    let figure = try #require(model.charts.figures.first)
    #expect(figure.dumps.count == 3)
    #expect(figure.chart.legend.contains { $0.label.hasPrefix("★ lambd_0.001_pdim_16") })
  }

  @Test("Every screen draws at every size, with and without a crosshair")
  func everywhere() {
    for screen in "123456" {
      for (columns, rows) in [(0, 0), (1, 1), (20, 5), (40, 10), (80, 24), (120, 40), (200, 60)] {
        var model = open(screen, columns: columns, rows: rows)
        #expect(model.frame().cells.count == columns * rows)
        model.press(.character("i"), .character("l"), .character("+"), .character("L"), .character("z"))
        #expect(model.frame(canvas: .ascii).cells.count == columns * rows)
      }
    }
  }
}

extension Model {
  /// Answers whatever spectrum is being waited for.
  fileprivate mutating func answerWithGrid() {
    guard let id = spectra.requested, let record = GridSweep.records.first(where: { $0.id == id }),
      let alpha = record.alpha
    else { return }
    _ = update(&self, .spectraLoaded(id, GridSweep.spectra(alpha: alpha)))
  }
}
