import Charts
import DashboardFixtures
import Figures
import Testing

@testable import Dashboard

@Suite("The charts of the open screen")
struct OpenChartsTests {
  private static func figures(_ count: Int) -> [Figure] {
    let axis = Axis(title: "x", scale: Scale(.linear, from: 0, to: 1))
    return (0..<count).map { Figure(Chart(title: "\($0)", xAxis: axis, yAxis: axis)) }
  }

  private func charts(_ count: Int) -> OpenCharts {
    var charts = OpenCharts()
    charts.show(Self.figures(count))
    return charts
  }

  @Test("Keys go from chart to chart, round and round", arguments: 1...4)
  func round(count: Int) {
    var charts = charts(count)
    for step in 1...count {
      charts.moveFocus(by: 1)
      #expect(charts.focus == step % count)
    }
    charts.moveFocus(by: -1)
    #expect(charts.focus == count - 1)
  }

  @Test("Where charts have gone, keys mean the last one; where there are none, the first that comes")
  func fewer() {
    var charts = charts(4)
    charts.focus(on: 3)
    charts.show(Self.figures(2))
    #expect(charts.focus == 1)
    charts.show([])
    charts.moveFocus(by: 1)
    #expect(charts.focus == 0)
  }

  @Test("As little is scrolled as shows the chart that keys mean")
  func scrolling() {
    var charts = charts(5)
    func first(focus: Int, showing count: Int) -> Int {
      charts.focus(on: focus)
      charts.scroll(showing: count)
      return charts.firstShown
    }
    #expect(first(focus: 1, showing: 2) == 0)
    #expect(first(focus: 4, showing: 2) == 3)
    #expect(first(focus: 3, showing: 2) == 3)
    #expect(first(focus: 2, showing: 2) == 2)
    #expect(first(focus: 2, showing: 4) == 1)
  }

  @Test("Another screen begins with its first chart, without crosshair, among the others")
  func begin() {
    var charts = charts(3)
    charts.focus(on: 2)
    charts.toggleFullScreen()
    charts.crosshair = CrosshairState(pane: PaneID(screen: .scatter), place: Crosshair(mark: 0, point: 0))
    charts.begin()
    #expect(charts.focus == 0 && !charts.isFullScreen && charts.crosshair == nil)
  }

  @Test("Charts of comparisons are made again where they follow from something else, and only there")
  func making() throws {
    var model = GridSweep.model(columns: 120, rows: 40)
    model.press(.character("3"))
    let made = model.charts.figures
    #expect(!model.charts.isStale && !made.isEmpty)
    let sources = try #require(FigureSources(model))
    #expect(model.charts.follow(from: sources))
    model.press(.down)
    #expect(FigureSources(model) == sources && model.charts.figures == made)
    model.press(.character("v"))
    #expect(FigureSources(model) != sources && model.charts.figures != made)
  }

  @Test("Charts of spectra are made after everything that happens")
  func spectra() {
    var model = GridSweep.model(columns: 120, rows: 40)
    model.press(.character("2"))
    #expect(FigureSources(model) == nil)
    model.charts.invalidate()
    #expect(model.charts.isStale)
    model.settleCharts()
    #expect(!model.charts.isStale)
  }
}
