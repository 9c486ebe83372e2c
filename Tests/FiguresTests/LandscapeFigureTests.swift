import Analysis
import Charts
import DashboardFixtures
import Figures
import SystemPackage
import Testing

@Suite("The landscape of a quantity over two settings")
struct LandscapeFigureTests {
  private func figure(_ records: [AnalysisRecord] = GridSweep.records, of value: String = "accuracy") throws -> Figure {
    try #require(
      LandscapeFigure(
        records, x: Quantity(named: "pdim"), y: Quantity(named: "lambd"), value: Quantity(named: value)
      ).figure)
  }

  private func cells(of figure: Figure) throws -> HeatCells {
    guard case .cells(let cells)? = figure.chart.marks.first?.shape else { throw Missing() }
    return cells
  }

  private struct Missing: Error {}

  @Test("Each cell is the mean of the models with its two values, in ascending order of both")
  func means() throws {
    let cells = try cells(of: try figure())
    #expect(cells.columns == 3 && cells.rows == 3)
    for i in 0..<3 {
      for j in 0..<3 {
        let expected = GridSweep.accuracy(i, j) + (i == 2 && j == 2 ? 1 : 0)
        let found = try #require(cells.values[i * 3 + j])
        #expect(abs(found - expected) < 1e-9)
      }
    }
  }

  @Test("The axes name the values themselves")
  func axes() throws {
    let chart = try figure().chart
    #expect(chart.xAxis.namedValues.map(\.label) == ["16", "64", "256"])
    #expect(chart.yAxis.namedValues.map(\.label) == ["0.001", "0.01", "0.1"])
  }

  @Test("The best accuracy is marked, α has no best, and cells without a model are missing")
  func bestAndMissing() throws {
    let best = try #require(try cells(of: try figure()).best)
    let values = try cells(of: try figure()).values.compactMap { $0 }
    #expect(values[best] == values.max())
    #expect(try cells(of: try figure(of: "alpha")).best == nil)
    let sparse = GridSweep.records.filter { $0.dump.run != GridSweep.run(1, 1) }
    let figure = try figure(sparse)
    #expect(try cells(of: figure).values[4] == nil)
    #expect(figure.findings.contains(Finding("1 of 9 cells have no model")))
  }

  @Test("A cell leads to a dump that it is made of")
  func linked() throws {
    let figure = try figure()
    let cells = try cells(of: figure)
    for (point, cell) in cells.shownCells.enumerated() {
      let dump = try #require(figure.dump(at: Crosshair(mark: 0, point: point)))
      let record = try #require(GridSweep.records.first { $0.id == dump })
      #expect(record.quantity(named: "pdim") == GridSweep.widths[cell % 3])
      #expect(record.quantity(named: "lambd") == GridSweep.lambds[cell / 3])
    }
  }

  @Test("Many values are put in ranges that hold all of them")
  func ranges() throws {
    let records = (0..<100).map { index in
      var record = GridSweep.record(0, 0, epoch: 8)
      record.dump.path = FilePath("grid/\(index).npy")
      record.dump.run = "\(index)"
      record.dump.hyperparameters["lambd"] = .number(1e-4 * Double(index * index + 1))
      return record
    }
    let cells = try cells(of: try figure(records, of: "alpha"))
    #expect(cells.rows == 12 && cells.columns == 1)
    #expect(try figure(records, of: "alpha").dumps.count == 100)
  }
}
