import Charts
import Testing

@Suite("Marks")
struct MarkTests {
  private let point = DataPoint(x: 1, y: 2)

  @Test("The data points of a mark are what was measured, not what is drawn to read it by")
  func dataPoints() {
    #expect(Mark(.errorBars([ErrorBar(point: point, yRange: 1...9)]), role: .series(0)).dataPoints == [point])
    #expect(Mark(.bars([Bar(point: point)]), role: .series(0)).dataPoints == [point])
    #expect(Mark(.area([AreaPoint(x: 1, low: 1, high: 2)]), role: .zone).dataPoints.isEmpty)
    #expect(Mark(.label(at: point, "run"), role: .label).dataPoints.isEmpty)
  }

  @Test("The data points of heat cells are the middles of those that have a value, in the space of their scale")
  func centers() {
    let cells = HeatCells(
      xEdges: [1, 100, 10_000], yEdges: [0, 2, 4], values: [1, nil, .nan, 4], scale: Scale(.linear, from: 0, to: 5),
      xKind: .logarithmic)
    #expect(cells.shownCells == [0, 3])
    #expect(Mark(.cells(cells), role: .series(0)).dataPoints == [DataPoint(x: 10, y: 1), DataPoint(x: 1000, y: 3)])
    #expect(cells.center(ofCell: 4) == nil)
  }

  @Test("A grid without edges, or with fewer values than cells, is no trap")
  func strangeGrids() {
    let scale = Scale(.linear, from: 0, to: 1)
    #expect(HeatCells(xEdges: [], yEdges: [], values: [1], scale: scale).shownCells.isEmpty)
    #expect(HeatCells(xEdges: [1, 2], yEdges: [], values: [1], scale: scale).center(ofCell: 0) == nil)
    #expect(HeatCells(xEdges: [1, 2, 3], yEdges: [1, 2], values: [1], scale: scale).shownCells == [0])
  }

  @Test("Values of error bars and bars that no logarithm exists for are hidden and counted")
  func hidden() {
    let points = [0.0, -1, 3].map { DataPoint(x: 1, y: $0) }
    for shape in [Mark.Shape.errorBars(points.map { ErrorBar(point: $0) }), .bars(points.map { Bar(point: $0) })] {
      let chart = Chart(
        xAxis: Axis(scale: Scale(.linear, from: 0, to: 2)), yAxis: Axis(scale: Scale(.logarithmic, from: 1, to: 9)),
        marks: [Mark(shape, role: .series(0))])
      #expect(chart.hiddenValues == HiddenValues(nonPositive: 2))
    }
  }

  @Test("The legend shows each shape as what it is")
  func legend() {
    func sample(_ shape: Mark.Shape) -> LegendEntry.Sample {
      LegendEntry("", for: Mark(shape, role: .series(0))).sample
    }
    #expect(sample(.errorBars([])) == .point)
    #expect(sample(.area([])) == .band)
    #expect(sample(.bars([])) == .bar)
    #expect(sample(.line([])) == .line)
  }
}
