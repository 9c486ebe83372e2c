import Analysis
import Charts
import DashboardFixtures
import Figures
import LinearAlgebra
import Spectra
import Testing

@Suite("Quantities over training, over depth and over ranks")
struct TimelineFigureTests {
  private let alpha = Quantity(named: "alpha")

  private func run(_ i: Int, focused: Bool) -> RecordSeries {
    RecordSeries(
      title: GridSweep.run(i, 0), records: [1, 8].map { GridSweep.record(i, 0, epoch: $0) }, isFocused: focused)
  }

  @Test("A curve for each run over its epochs; those that are not looked at stay in the background")
  func runs() throws {
    let figure = try #require(
      TimelineFigure([run(0, focused: true), run(1, focused: false)], quantity: alpha).figure)
    let curves = figure.chart.marks.filter { $0.name != nil }
    #expect(curves.map(\.role) == [.series(0), .dimmed])
    #expect(curves.map { $0.dataPoints.map(\.x) } == [[1, 8], [1, 8]])
    #expect(figure.chart.xAxis.title == "epoch")
    let last = try #require(
      figure.dump(at: Crosshair(mark: figure.chart.marks.firstIndex(of: curves[1]) ?? 0, point: 1)))
    #expect(last == GridSweep.record(1, 0, epoch: 8).id)
  }

  @Test("An accuracy of the run's end is no value of an earlier checkpoint")
  func earlier() {
    #expect(TimelineFigure([run(0, focused: true)], quantity: Quantity(named: "accuracy")).figure == nil)
  }

  @Test("Smoothing is an exponential moving average from the first value, beside the values themselves")
  func smoothing() throws {
    let figure = try #require(TimelineFigure([run(0, focused: true)], quantity: alpha, smoothing: 0.5).figure)
    let (first, last) = (GridSweep.alpha(0, 0, epoch: 1), GridSweep.alpha(0, 0, epoch: 8))
    let curves = figure.chart.marks.map { $0.dataPoints.map(\.y) }
    func isNear(_ curve: [Double], _ expected: [Double]) -> Bool {
      curve.count == expected.count && zip(curve, expected).allSatisfy { abs($0 - $1) < 1e-9 }
    }
    #expect(curves.contains { isNear($0, [first, last]) })
    #expect(curves.contains { isNear($0, [first, (first + last) / 2]) })
  }

  @Test("Layers stand in the order in which they are given, by name")
  func layers() throws {
    let records = GridSweep.layers.indices.map { GridSweep.layer($0, epoch: 8) }
    let model = RecordSeries(title: "deep", records: records, isFocused: true)
    let figure = try #require(LayersFigure([model], quantity: alpha).figure)
    #expect(figure.chart.xAxis.namedValues.map(\.label) == GridSweep.layers)
    #expect(figure.chart.marks.filter { $0.name != nil }.flatMap(\.dataPoints).map(\.x) == [1, 2, 3])
    #expect(LayersFigure([], quantity: alpha).figure == nil)
  }

  @Test("Over depth and training, each cell is its layer at its checkpoint")
  func development() throws {
    let records = GridSweep.layers.indices.flatMap { layer in [1, 8].map { GridSweep.layer(layer, epoch: $0) } }
    let figure = try #require(LayersFigure.development(of: records, layers: GridSweep.layers, quantity: alpha))
    guard case .cells(let cells)? = figure.chart.marks.first?.shape else { return #expect(Bool(false), "no cells") }
    for layer in 0..<3 {
      for (column, epoch) in [1, 8].enumerated() {
        #expect(cells.values[layer * 2 + column] == GridSweep.layer(layer, epoch: epoch).alpha)
      }
    }
    #expect(LayersFigure.development(of: [records[0]], layers: GridSweep.layers, quantity: alpha) == nil)
  }

  @Test("The cumulative variance of λ = 4, 3, 2, 1 is 0.4, 0.7, 0.9 and 1; what is below zero counts as nothing")
  func cumulative() {
    func shares(_ eigenvalues: [Double]) -> [Double] {
      let curve = SpectrumFigure.Curve(Eigenspectrum(given: eigenvalues), fit: nil, label: "run", dump: "run.npy")
      return CumulativeVarianceFigure([curve]).figure.chart.marks.filter { $0.name != nil }.flatMap(\.dataPoints).map(
        \.y)
    }
    for (found, expected) in zip(shares([4, 3, 2, 1]), [0.4, 0.7, 0.9, 1]) { #expect(abs(found - expected) < 1e-12) }
    #expect(shares([1, -1]) == [1, 1])
    #expect(shares([]).isEmpty && shares([0, 0]).isEmpty)
  }
}
