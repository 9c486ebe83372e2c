import LinearAlgebra
import NumericalTesting
import Spectra
import Testing

@Suite("Excess risk against α")
struct RegressionCurveTests {
  private static let alphas = [0.0, 1, 2, 3]

  private func curve(_ risks: [[Double]]) throws -> RegressionCurve {
    let simulation = try RegressionSimulation(featureCount: 4, sampleCount: 4)
    let trials = risks.enumerated().map { number, risks in
      RegressionTrial(
        number: number, outcomes: risks.map { RegressionOutcome(excessRisk: $0, minimumNormRisk: 2 * $0) })
    }
    return try #require(RegressionCurve(simulation, alphas: Self.alphas, trials: trials))
  }

  @Test("Points are means over trials with their spread")
  func means() throws {
    let point = try curve([[1, 2, 3, 4], [3, 2, 3, 8]]).points[0]
    #expect(point.excessRisk.mean == 2 && point.minimumNormRisk?.mean == 4)
    #expect(try #require(point.excessRisk.standardDeviation).isClose(to: 2.0.squareRoot(), relative: 1e-15))
    #expect(try #require(point.excessRisk.standardError).isClose(to: 1, relative: 1e-15))
  }

  @Test("The minimum of a parabola is found between the points, and every trial's is the same")
  func parabola() throws {
    let risks = [0.1, 0.2, 0.3].map { height in Self.alphas.map { height + ($0 - 1.3) * ($0 - 1.3) } }
    let minimum = try #require(try curve(risks).minimum)
    #expect(minimum.gridAlpha == 1)
    #expect(minimum.alpha.isClose(to: 1.3, relative: 1e-12))
    #expect(try #require(minimum.uncertainty).standardError < 1e-12)
  }

  @Test("Where trials differ, the jackknife says how far")
  func uncertain() throws {
    let risks = [1.2, 1.3, 1.4].map { lowest in Self.alphas.map { 1 + ($0 - lowest) * ($0 - lowest) } }
    let minimum = try #require(try curve(risks).minimum)
    // Of parabolas of one curvature the mean's lowest point is the mean of theirs, 1.3 ± 0.1/√3.
    #expect(minimum.alpha.isClose(to: 1.3, relative: 1e-12))
    let error = try #require(minimum.uncertainty?.standardError)
    #expect(error.isClose(to: 0.1 / 3.0.squareRoot(), relative: 1e-9))
  }

  @Test("A curve that falls or rises all the way has no interior minimum", arguments: [[4, 3, 2, 1], [1, 2, 3, 4.0]])
  func monotonous(risks: [Double]) throws {
    #expect(try curve([risks, risks]).minimum == nil)
  }

  @Test("How far the ends lie above is counted in errors of the differences within trials")
  func margins() throws {
    let minimum = try #require(try curve([[2, 1, 2, 5], [14, 10, 11, 17]]).minimum)
    #expect(minimum.standardErrorsBelowFirst?.isClose(to: 2.5 / 1.5, relative: 1e-12) == true)
    #expect(minimum.standardErrorsBelowLast?.isClose(to: 5.5 / 1.5, relative: 1e-12) == true)
    #expect(minimum.isBelowEnds(byStandardErrors: 1.6) && !minimum.isBelowEnds(byStandardErrors: 1.7))
  }

  @Test("The zone is where the curve is at most a tenth above its least value")
  func zone() throws {
    let zone = try #require(try curve([[2, 1, 1.2, 3]]).minimum).zone
    #expect(zone.lowerBound.isClose(to: 0.9, relative: 1e-12))
    #expect(zone.upperBound.isClose(to: 1.5, relative: 1e-12))
  }

  @Test(
    "At the default the risk is about 0.76, 0.31 and 0.67 at α = 0, 1 and 3: the optimum lies between",
    arguments: [0, 1, 2])
  func documentedDefault(seed: UInt64) throws {
    let alphas = [0.0, 1, 3]
    let simulation = try RegressionSimulation(seed: seed)
    let trials = try (0..<3).map { try simulation.trial($0, alphas: alphas) }
    let curve = try #require(RegressionCurve(simulation, alphas: alphas, trials: trials))
    for (point, risk) in zip(curve.points, [0.76, 0.31, 0.67]) {
      #expect(abs(point.excessRisk.mean - risk) < 0.04, "α \(point.alpha): \(point.excessRisk.mean)")
    }
    #expect(try #require(curve.minimum).isBelowEnds(byStandardErrors: 3))
  }
}
