import Analysis
import Charts
import DashboardFixtures
import Spectra
import SystemPackage
import Testing

@testable import Figures

@Suite("The narrowing zone as a chart")
struct SelectionStepsFigureTests {
  /// Twenty models, α from 0.5, of which `known`, from all over, have an accuracy with its peak at 1.
  private func board(known: Int, parallel: Int = 4) -> SelectionBoard {
    let records = (0..<20).map { index in
      var record = GridSweep.record(0, 0, epoch: 8)
      let spectra = GridSweep.spectra(alpha: 0.5 + 0.1 * Double(index))
      let dump = Dump(path: FilePath("sweep/run_\(index)/features.npy"), run: "run_\(index)")
      record = AnalysisRecord(
        dump: dump, shape: record.shape ?? FeatureShape(sampleCount: 9, featureCount: 9, dataType: "float32"),
        spectra: spectra, settings: FitSettings(), nonFiniteRows: 0)
      let alpha = record.alpha ?? 0
      if index * 7 % 20 < known {
        record.dump.metrics["acc"] = Metric(value: 80 - 20 * (alpha - 1) * (alpha - 1), join: .checkpoint)
      }
      return record
    }
    return SelectionBoard(
      SelectionCandidates(records, key: Quantity(named: "alpha"), accuracy: "acc", selection: .joinedSeeds),
      parallel: parallel)
  }

  private func points(_ name: String, _ figure: Figure) -> [DataPoint] {
    figure.chart.marks.first { $0.name == name }?.dataPoints ?? []
  }

  @Test("Before anything is known it proposes a batch at the first step, and the zone is open")
  func start() throws {
    let board = board(known: 0)
    let figure = try #require(SelectionStepsFigure(board).figure)
    let next = points("probe next", figure)
    #expect(next.count == 4 && next.allSatisfy { abs($0.x - 1) < 0.5 })
    #expect(board.rows.prefix(4).allSatisfy { $0.role == .next } && board.batch.count == 4)
    #expect(figure.findings[0].text == "probe next: 4 of 20 inside the zone; 0 lie outside")
    #expect(points("probed", figure).isEmpty)
  }

  @Test("Every model stands at its key and step, over the bounds of the step before")
  func steps() throws {
    let board = board(known: 12)
    let figure = try #require(SelectionStepsFigure(board).figure)
    let plan = board.plan
    #expect(plan.offers.count == 3)
    let drawn = points("probed", figure) + points("best 2", figure)
    #expect(drawn.count == plan.procedure.probeCount)
    #expect(points("known, not needed", figure).count == plan.offers.reduce(0) { $0 + $1.skipped.count })
    // The point of a model leads to its dump.
    let mark = try #require(figure.chart.marks.first { $0.name == "probe next" })
    for (index, point) in mark.dataPoints.enumerated() {
      let place = try #require(mark.subject(ofPoint: index))
      #expect(point.y == board.candidates.keys[place] && abs(point.x - 4) < 0.5)
      #expect(figure.dumps[place] == board.candidates.models[place].representative.id)
    }
    guard case .area(let edge)? = figure.chart.marks.first(where: { $0.role == .zone })?.shape else {
      Issue.record("no zone")
      return
    }
    let bounds = plan.procedure.steps.map(\.bounds)
    let scale = figure.chart.yAxis.scale
    for (step, bounds) in bounds.enumerated() {
      let shown = edge.filter { $0.x >= Double(step) + 1.5 && $0.x <= Double(step) + 2.5 }
      #expect(shown.contains { $0.low == max(bounds.lowerBound, scale.value(at: 0)) })
      #expect(shown.contains { $0.high == min(bounds.upperBound, scale.value(at: 1)) })
    }
    #expect(figure.findings.contains { $0.text.contains("all would be 20") })
  }

  @Test("With all known there is nothing to probe, and it says what the data say")
  func done() throws {
    let figure = try #require(SelectionStepsFigure(board(known: 20)).figure)
    #expect(figure.findings[0].text == "nothing left to probe: all have acc")
    #expect(figure.findings.contains { $0.text.contains("an optimum inside the data") })
    #expect(points("probe next", figure).isEmpty)
  }
}
