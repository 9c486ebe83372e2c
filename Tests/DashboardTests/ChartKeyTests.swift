import Analysis
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
    model.crosshair.flatMap { model.focusedFigure?.dump(at: $0.place) }
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
    let crosshair = try #require(model.crosshair)
    let figure = try #require(model.focusedFigure)
    let here = try #require(figure.chart.point(at: crosshair.place))
    let there = try #require(crosshair.reference.flatMap(figure.chart.point))
    let text = ReadOut(crosshair, on: figure, in: model).text
    #expect(text.contains("α \(NumberText.significant(here.x))"))
    #expect(text.contains("Δ \(NumberText.signed(here.x - there.x)), \(NumberText.signed(here.y - there.y))"))
  }

  @Test("Enter opens the spectrum of the point; Esc leads back")
  func opening() {
    var model = open("3")
    model.press(.character("i"), .character("l"), .enter)
    #expect(model.screen == .spectrum && model.crosshair == nil)
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
    #expect(model.crosshair != nil && model.isFullScreen && model.view.framings[model.focusedPane]?.isZoomed == true)
    model.press(.escape)
    #expect(model.crosshair == nil && model.isFullScreen)
    model.press(.escape)
    #expect(!model.isFullScreen && model.view.framings[model.focusedPane]?.isZoomed == true)
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
    #expect(model.figures.count == 2, "α and the loss against accuracy")
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
    #expect(model.focusedFigure?.chart.xAxis.title == "stable rank" && model.overlays.isEmpty)
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
    let figure = try #require(model.figures.first)
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
    guard let id = requestedSpectrum, let record = GridSweep.records.first(where: { $0.id == id }),
      let alpha = record.alpha
    else { return }
    _ = update(&self, .spectraLoaded(id, GridSweep.spectra(alpha: alpha)))
  }
}
