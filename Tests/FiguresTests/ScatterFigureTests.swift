import Analysis
import Charts
import DashboardFixtures
import Figures
import Goldilocks
import Testing

@Suite("The scatter of a quantity against another")
struct ScatterFigureTests {
  private let alpha = Quantity(named: "alpha")
  private let accuracy = Quantity(named: "accuracy")

  private func figure(
    _ records: [AnalysisRecord] = GridSweep.records, color: String? = nil,
    selection: ModelSelection = .lastCheckpoints
  ) throws -> Figure {
    try #require(
      ScatterFigure(
        records, x: alpha, y: accuracy, color: color.map(Quantity.init(named:)), selection: selection
      ).figure)
  }

  private func points(of figure: Figure) -> [DataPoint] {
    figure.chart.marks.filter { $0.name != nil }.flatMap(\.dataPoints)
  }

  @Test("A model is the last checkpoint of its run, and a layer without an accuracy is no point")
  func models() throws {
    let figure = try figure()
    #expect(figure.dumps.count == 10)
    #expect(figure.dumps.allSatisfy { "\($0)".contains("epoch_8") && !"\($0)".contains("deep") })
    #expect(points(of: figure).count == 10)
  }

  @Test("A rate of 0 is one hidden value on a logarithmic axis, whatever else is drawn of it")
  func hidden() throws {
    var records = GridSweep.records
    let first = try figure().dumps.first
    for index in records.indices {
      records[index].dump.hyperparameters["lr"] = .number(records[index].id == first ? 0 : 0.1)
    }
    var chart = try #require(
      ScatterFigure(records, x: Quantity(named: "lr"), y: accuracy).figure
    ).chart
    chart.xAxis.scale = Scale(.logarithmic, from: 0.01, to: 1)
    #expect(chart.hiddenValues.notes == ["1 value ≤ 0 hidden"])
  }

  @Test("Among all checkpoints, those for which only the run's last accuracy is known are left out")
  func allCheckpoints() throws {
    let figure = try figure(selection: .allCheckpoints)
    #expect(figure.dumps.allSatisfy { "\($0)".contains("epoch_8") })
  }

  @Test("Every point leads to the dump that it was measured on")
  func linked() throws {
    let figure = try figure(color: "pdim")
    for (index, mark) in figure.chart.marks.enumerated() where mark.name != nil {
      for (place, point) in mark.dataPoints.enumerated() {
        let dump = try #require(figure.dump(at: Crosshair(mark: index, point: place)))
        let record = try #require(GridSweep.records.first { $0.id == dump })
        #expect(record.alpha == point.x && record.accuracy?.value == point.y)
        #expect(figure.crosshair(on: dump) == Crosshair(mark: index, point: place))
      }
    }
  }

  @Test("Colour groups by value where there are few values, by ranges where there are many")
  func groups() throws {
    let byWidth = try figure(color: "pdim")
    #expect(byWidth.chart.marks.compactMap(\.name) == ["pdim 16", "pdim 64", "pdim 256"])
    let byAlpha = try figure(color: "alpha")
    #expect(byAlpha.chart.marks.compactMap(\.name).count == 5)
    #expect(points(of: byAlpha).count == 10)
  }

  @Test("Seeds joined are one point at their mean, with the spread as its error bar")
  func seeds() throws {
    let figure = try figure(selection: .joinedSeeds)
    #expect(points(of: figure).count == 9)
    let mean = GridSweep.accuracy(2, 2) + 1
    #expect(points(of: figure).contains { abs($0.y - mean) < 1e-9 })
    let bars = figure.chart.marks.flatMap { mark in
      if case .errorBars(let bars) = mark.shape { bars } else { [ErrorBar]() }
    }
    // Two values that differ by 2 have a standard deviation of √2.
    let spread = try #require(bars.compactMap(\.yRange).first)
    #expect(abs(spread.upperBound - spread.lowerBound - 2 * 2.0.squareRoot()) < 1e-9)
  }

  @Test("What it finds are the correlations of just these points, with n, interval and sign in words")
  func findings() throws {
    let figure = try figure()
    let (xs, ys) = (points(of: figure).map(\.x), points(of: figure).map(\.y))
    let pearson = try #require(Correlation(.pearson, of: xs, with: ys))
    #expect(pearson.value < 0)
    #expect(figure.findings.first?.text == "n = 10, last checkpoints")
    let line = try #require(figure.findings.map(\.text).first { $0.hasPrefix("Pearson") })
    #expect(line.contains("r −0.") && line.hasSuffix(pearson.words))
    #expect(figure.findings.filter(\.isWarning).isEmpty)
    var records = GridSweep.records
    records[1].shape?.sampleCount = 100
    #expect(try self.figure(records).findings.contains { $0.isWarning && $0.text.contains("different N") })
  }

  @Test("The zone is that of the better half; a bound that nothing lies beyond is not drawn as one")
  func zone() throws {
    let zone = try #require(GoldilocksZone(keys: [1, 2, 3, 4], scores: [9, 8, 2, 1]))
    #expect(zone.lowerBound == nil && zone.upperBound == 2)
    #expect(GoldilocksZone(keys: [1, 2, 3, 4], scores: [9, 1, 2, 8]) == nil, "better ones at both ends")
    #expect(GoldilocksZone(keys: [1, 2, 3], scores: [1, 2, 3]) == nil, "too few")
    #expect(!(try figure().chart.marks.contains { $0.role == .zone }), "one of the better ones has the greatest α")
    let marks = try figure(GridSweep.records.filter { $0.dump.seed == 0 }).chart.marks
    #expect(marks.contains { $0.role == .zone } && marks.contains { $0.role == .reference })
  }

  @Test("Without a model that has both quantities there is no figure")
  func nothing() {
    #expect(ScatterFigure([], x: alpha, y: accuracy).figure == nil)
    #expect(ScatterFigure(GridSweep.records, x: alpha, y: Quantity(named: "val_acc")).figure == nil)
  }
}
