import Charts
import Figures
import LinearAlgebra
import Spectra
import Testing

@Suite("Figures of the laboratory")
struct LaboratoryFigureTests {
  private static let alphas = [0.0, 1, 2, 3]

  private func figure(
    _ risks: [[Double]], training: RegressionSimulation.Training = .fullBatch(steps: 100)
  ) throws -> Figure {
    let simulation = try RegressionSimulation(featureCount: 6, sampleCount: 4, training: training)
    let isOnePass = training == .onePass(batchSize: 1)
    let trials = risks.enumerated().map { number, risks in
      RegressionTrial(
        number: number,
        outcomes: risks.map { RegressionOutcome(excessRisk: $0, minimumNormRisk: isOnePass ? nil : 3 * $0) })
    }
    return LaboratoryFigure(try #require(RegressionCurve(simulation, alphas: Self.alphas, trials: trials))).figure
  }

  private static let valley = [[3.0, 1, 2, 4], [3.2, 1.1, 2.2, 4], [3.4, 0.9, 2.3, 4.2]]

  @Test("The curve is the mean, its area the spread, and the minimum is marked, labelled and surrounded by its zone")
  func minimum() throws {
    let marks = try figure(Self.valley).chart.marks
    guard case .line(let points)? = marks.first(where: { $0.name == "excess risk" })?.shape else {
      Issue.record("no curve")
      return
    }
    #expect(points.map(\.x) == Self.alphas && abs(points[0].y - 3.2) < 1e-12)
    let rules = marks.compactMap { mark -> Double? in if case .verticalRule(let x) = mark.shape { x } else { nil } }
    let zones = marks.compactMap { mark -> ClosedRange<Double>? in
      if case .xBand(let from, let to) = mark.shape { from...to } else { nil }
    }
    #expect(rules.count == 1 && zones.count == 1)
    #expect(zones[0].contains(1) && rules[0] > 1 && rules[0] < 1.5)
    #expect(marks.contains { if case .label(_, let text) = $0.shape { text.hasPrefix("α 1.") } else { false } })
  }

  @Test("The minimum-norm curve stands beside it, and for one pass the expectation instead")
  func beside() throws {
    #expect(try figure(Self.valley).chart.legend.map(\.label).contains("minimum norm"))
    let onePass = try figure(Self.valley, training: .onePass(batchSize: 1)).chart.legend.map(\.label)
    #expect(onePass.contains("expectation") && !onePass.contains("minimum norm"))
    #expect(try !figure(Self.valley, training: .minimumNorm).chart.legend.map(\.label).contains("minimum norm"))
  }

  @Test("Words say where the minimum is, how sure that is, and what was simulated")
  func words() throws {
    let findings = try figure(Self.valley).findings.map(\.text).joined(separator: "\n")
    #expect(findings.contains("least at α = 1."))
    #expect(findings.contains("standard errors below α = 0,"))
    #expect(!findings.contains("not told from a slope"))
    #expect(findings.contains("3 trials of 100 full-batch steps: n = 4, D = 6, b = 1, σ = 0.5"))
    let unsure = try figure([[3, 1, 2, 4], [0, 3, 4, 3.5]]).findings.map(\.text).joined(separator: "\n")
    #expect(unsure.contains("not told from a slope") || unsure.contains("no minimum inside"))
    let slope = try figure([[4, 3, 2, 1]])
    #expect(slope.findings.first?.text == "no minimum inside: the risk is least, 1, at α = 3, an end of the curve")
    #expect(!slope.chart.marks.contains { if case .xBand = $0.shape { true } else { false } })
  }

  @Test("Where every step diverges the words say so")
  func diverging() throws {
    let figure = try figure([[.infinity, .nan, .infinity, .infinity]])
    #expect(figure.findings.first?.text == "the steps diverge: no risk is finite")
    #expect(figure.chart.hiddenValues.count > 0)
  }

  @Test("Estimates lie against the diagonal, a curve for each N, with the largest bias in words")
  func sampling() throws {
    let sampling = try SpectrumSampling(
      featureCount: 40, sampleCounts: [12, 400], fitRanges: [try #require(FitRange(first: 3, last: 20))])
    let alphas = [0.5, 1.5]
    let draws = try (0..<3).map { draw in try alphas.map { try sampling.sample(draw).estimates(alpha: $0) } }
    let curves = SamplingBias.curves(sampling, alphas: alphas, draws: draws)
    let figure = SamplingBiasFigure(curves).figure
    #expect(figure.chart.legend.map(\.label) == ["N = 12", "N = 400", "fitted α = α"])
    #expect(figure.findings[0].text == "N = 12, D = 40, ranks 3…20: fewer ranks are resolved than are fitted")
    #expect(figure.findings[1].text.hasPrefix("N = 400, D = 40, ranks 3…20: off by at most "))
    let bars = figure.chart.marks.first { $0.name == "N = 400" }
    #expect(bars?.dataPoints.map(\.x) == alphas)
  }
}

@Suite("The cross-correlation of two views")
struct CrossCorrelationFigureTests {
  private func figure(featureCount: Int) throws -> Figure {
    var generator = NormalGenerator(seed: 1)
    let rows = (0..<64).map { _ in (0..<featureCount).map { _ in generator.next() } }
    var sums = try CrossMomentsAccumulator(featureCount: featureCount)
    sums.add(RowBlock(rows: rows), RowBlock(rows: rows))
    return CrossCorrelationFigure(BarlowTwinsLoss(sums.moments()), lambda: 0.005).figure
  }

  private func cells(of figure: Figure) throws -> HeatCells {
    guard case .cells(let cells)? = figure.chart.marks.first?.shape else { throw Missing() }
    return cells
  }

  private struct Missing: Error {}

  @Test("A cell for each pair of features, 1 on the diagonal")
  func small() throws {
    let figure = try figure(featureCount: 5)
    let cells = try cells(of: figure)
    #expect(cells.columns == 5 && cells.rows == 5)
    for i in 0..<5 { #expect(abs(try #require(cells.values[i * 5 + i]) - 1) < 1e-12) }
    #expect(figure.chart.notes.isEmpty)
    #expect(figure.findings[0].text.hasPrefix("loss "))
  }

  @Test("Many features share cells, which the figure says", arguments: [17, 96, 101])
  func large(featureCount: Int) throws {
    let figure = try figure(featureCount: featureCount)
    let cells = try cells(of: figure)
    #expect(cells.columns == 16 && cells.xEdges.last == Double(featureCount))
    #expect(abs(try #require(cells.values[0]) - 1) < 1e-12, "the diagonal stays the diagonal")
    #expect(cells.values.enumerated().allSatisfy { $0.offset % 17 == 0 || abs($0.element ?? 9) < 0.6 })
    #expect(
      figure.chart.notes == ["\(featureCount) features in 16 cells: mean on the diagonal, root mean square elsewhere"])
  }
}

@Suite("Benign effective ranks and labels")
struct BenignRanksFigureTests {
  private func ranks() throws -> BenignEffectiveRanks {
    // Three large directions, then a flat tail of 100: r_k = 100 − (k − 3) from k = 3 on.
    try #require(BenignEffectiveRanks(Eigenspectrum(given: [1e6, 1e5, 1e4] + [Double](repeating: 1, count: 100))))
  }

  @Test("k* is the first rank whose tail is as large as the labels need, marked and said in words")
  func marked() throws {
    let figure = BenignRanksFigure(try ranks(), labelCount: 50)
    #expect(try ranks().splittingRank(labelCount: 50) == 3)
    #expect(figure.chart.marks.contains { $0.shape == .verticalRule(x: 4) })
    #expect(figure.chart.marks.contains { if case .label(_, "k* = 3") = $0.shape { true } else { false } })
    #expect(figure.findings[0] == "k* = 3 for n = 50: the least k with rₖ ≥ n = 50, rₖ there 100")
    #expect(figure.findings[1].contains("0.06 + 0.5"))
  }

  @Test("More labels than any tail has room for have no k*, and the words say by how much")
  func missing() throws {
    let figure = BenignRanksFigure(try ranks(), labelCount: 60, constant: 2)
    #expect(!figure.chart.marks.contains { if case .verticalRule = $0.shape { true } else { false } })
    #expect(figure.findings[0] == "no k* for n = 60: rₖ stays below 2·n = 120, at most 100 at k = 3")
  }

  @Test("Without labels there are the curves alone")
  func plain() throws {
    let figure = BenignRanksFigure(try ranks())
    #expect(figure.chart.marks.count == 2 && figure.findings.isEmpty)
  }
}
