import Analysis
import Foundation
import LinearAlgebra
import Spectra
import SchemaValidation
import Testing

@Suite("Simulations and losses as JSON")
struct LaboratoryReportTests {
  private static let alphas = [0.0, 1, 2]

  private func regression(
    _ training: RegressionSimulation.Training, risks: [[Double]]
  ) throws -> RegressionReport {
    let simulation = try RegressionSimulation(
      featureCount: 6, sampleCount: 4, training: training, learningRate: 0.1, seed: .max)
    let trials = risks.enumerated().map { number, risks in
      RegressionTrial(
        number: number, outcomes: risks.map { RegressionOutcome(excessRisk: $0, minimumNormRisk: $0) })
    }
    return RegressionReport(
      simulation, requestedTrials: 3, curve: RegressionCurve(simulation, alphas: Self.alphas, trials: trials))
  }

  @Test("Regressions keep to their schema, however far they came")
  func regressions() throws {
    let schema = try JSONSchema.committed("Analysis/simulation.schema.json")
    let reports = try [
      regression(.fullBatch(steps: 3), risks: [[3, 1, 2], [4, 1, 2.5]]), regression(.minimumNorm, risks: [[3, 1, 2]]),
      regression(.onePass(batchSize: 2), risks: [[1, 2, 3], [1, 2, 4]]), regression(.minimumNorm, risks: []),
      regression(.minimumNorm, risks: [[.infinity, .nan, 1]]),
    ]
    for report in reports { #expect(schema.faults(of: try JSONValue(parsing: report.json())) == []) }
  }

  @Test("A regression says what was simulated and where the risk is least")
  func regressionFields() throws {
    let report = try regression(.fullBatch(steps: 3), risks: [[3, 1, 2], [5, 1, 2.5]])
    let json = try JSONValue(parsing: report.json())
    #expect(json["trials"] == .number(2) && json["requestedTrials"] == .number(3))
    #expect(json["parameters"]?["steps"] == .number(3) && json["parameters"]?["batch"] == .null)
    #expect(json["points"]?.elements[0]["excessRisk"]?["mean"] == .number(4))
    let minimum = try #require(report.curve?.minimum)
    #expect(json["minimum"]?["alpha"] == .number(minimum.alpha))
    #expect(json["minimum"]?["zone"] == .array([.number(minimum.zone.lowerBound), .number(minimum.zone.upperBound)]))
    #expect(json["minimum"]?["standardErrorsBelowFirst"] == .number(3))
    #expect(String(decoding: try report.json(), as: UTF8.self).contains("\"seed\":\(UInt64.max)"), "to the last digit")
  }

  @Test("Estimates of samples keep to their schema, null where a range is not resolved")
  func sampling() throws {
    let ranges = try [#require(FitRange(first: 1, last: 6)), FitRange.standard]
    let sampling = try SpectrumSampling(featureCount: 12, sampleCounts: [10, 30], fitRanges: ranges)
    let draws = try (0..<2).map { draw in try Self.alphas.map { try sampling.sample(draw).estimates(alpha: $0) } }
    for drawn in [draws, []] {
      let curves = SamplingBias.curves(sampling, alphas: Self.alphas, draws: drawn)
      let report = SamplingReport(estimator: .weighted, seed: 0, requestedDraws: 2, curves: curves)
      let json = try JSONValue(parsing: report.json())
      #expect(try JSONSchema.committed("Analysis/sampling-bias.schema.json").faults(of: json) == [])
      #expect(json["curves"]?.elements.count == 4)
      #expect(json["curves"]?.elements[1]["points"]?.elements[0]["estimate"] == .null)
    }
  }

  @Test("Losses keep to their schema, with a matrix, without, and without a loss")
  func losses() throws {
    var sums = try CrossMomentsAccumulator(featureCount: 2)
    sums.add(RowBlock(rows: [[1, 2], [3, 1], [2, 7]]), RowBlock(rows: [[2, 2], [3, 0], [1, 4]]))
    let loss = BarlowTwinsLoss(sums.moments(), variant: .batchnorm)
    let schema = try JSONSchema.committed("Analysis/barlow-twins.schema.json")
    let failure = AnalysisFailure(code: .unequalViews, message: "a \u{1b}[31m has 3 × 2")
    for (result, includesMatrix) in [
      (.success((loss, 1)), true), (.success((loss, 0)), false), (.failure(failure), true),
    ]
      as [(Result<(loss: BarlowTwinsLoss, nonFiniteRows: Int), AnalysisFailure>, Bool)]
    {
      let report = BarlowTwinsReport(
        paths: ["a", "b"], variant: .batchnorm, lambda: 0.25, result: result, includesMatrix: includesMatrix)
      let json = try JSONValue(parsing: report.json())
      #expect(schema.faults(of: json) == [])
      guard case .success = result else {
        #expect(json["loss"] == .null && json["error"]?["code"] == .string("unequalViews"))
        continue
      }
      #expect(json["loss"] == .number(loss.loss(lambda: 0.25)) && json["error"] == .null)
      #expect((json["crossCorrelation"] == .null) == !includesMatrix)
      if includesMatrix {
        #expect(json["crossCorrelation"]?.elements[1].elements[0] == .number(loss.crossCorrelation[2]))
      }
    }
  }
}
