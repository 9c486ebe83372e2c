import LinearAlgebra
import NumericalTesting
import Spectra
import Testing

@Suite("Samples from a power law")
struct SpectrumSamplingTests {
  @Test("Estimates are those of the same rows by the ordinary way, for every N and range")
  func estimates() throws {
    let ranges = try [#require(FitRange(first: 1, last: 10)), #require(FitRange(first: 5, last: 20))]
    let sampling = try SpectrumSampling(featureCount: 24, sampleCounts: [16, 60], fitRanges: ranges, seed: 3)
    let found = try sampling.sample(1).estimates(alpha: 1)
    var generator = NormalGenerator(seed: 3, stream: 1)
    let rows = (0..<60).map { _ in (1...24).map { generator.next() / Double($0).squareRoot() } }
    for (row, count) in [16, 60].enumerated() {
      var moments = try MomentsAccumulator(featureCount: 24)
      moments.add(RowBlock(rows: Array(rows.prefix(count))))
      let spectrum = try Eigenspectrum(moments.covariance(), featureCount: 24, unitRoundoff: 0)
      for (column, range) in ranges.enumerated() {
        let fit = try PowerLawFit(spectrum, range: range)
        guard fit.range == range else {
          #expect(found[row][column] == nil)
          continue
        }
        #expect(try #require(found[row][column]).isClose(to: fit.alpha, relative: 1e-9))
      }
    }
    #expect(found[0][1] == nil, "16 rows resolve 15 ranks")
  }

  @Test("α̂ is the farther from α the fewer the rows, and close with many")
  func bias() throws {
    let sampling = try SpectrumSampling(
      featureCount: 60, sampleCounts: [40, 4_000], fitRanges: [try #require(FitRange(first: 5, last: 30))])
    let draws = try (0..<4).map { [try sampling.sample($0).estimates(alpha: 1)] }
    let curves = SamplingBias.curves(sampling, alphas: [1], draws: draws)
    #expect(curves.map(\.sampleCount) == [40, 4_000])
    let means = try curves.map { try #require($0.points[0].estimate?.mean) }
    #expect(abs(means[1] - 1) < 0.02)
    #expect(abs(means[0] - 1) > 5 * abs(means[1] - 1))
  }

  @Test("Rows in no order, too few of them and no range are refused")
  func refused() {
    #expect(throws: SimulationError.self) { try SpectrumSampling(featureCount: 8, sampleCounts: [20, 10]) }
    #expect(throws: SimulationError.self) { try SpectrumSampling(featureCount: 8, sampleCounts: [1]) }
    #expect(throws: SimulationError.self) { try SpectrumSampling(featureCount: 8, sampleCounts: []) }
    #expect(throws: SimulationError.self) { try SpectrumSampling(featureCount: 1, sampleCounts: [9]) }
    #expect(throws: SimulationError.self) { try SpectrumSampling(featureCount: 8, sampleCounts: [9], fitRanges: []) }
    #expect(throws: SimulationError.self) { try SpectrumSampling(featureCount: 1 << 20, sampleCounts: [1 << 10]) }
  }
}
