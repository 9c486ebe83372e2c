import Glibc
import NumericalTesting
import Spectra
import Testing

@Suite("Curves read off a spectrum")
struct CurveTests {
  @Test("Every cell of the grid is the fit over its ranks", arguments: PowerLawFit.Estimator.allCases)
  func grid(estimator: PowerLawFit.Estimator) throws {
    var generator = SeededGenerator(seed: 31)
    let spectrum = Eigenspectrum(given: (1...90).map { pow(Double($0), -1.2) * exp(0.1 * generator.normal()) })
    let grid = RangeGrid(spectrum, estimator: estimator)
    #expect(grid.firsts == [1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64])
    #expect(grid.lasts == [6, 8, 11, 16, 23, 32, 45, 64, 90])
    var empty = 0
    for (i, first) in grid.firsts.enumerated() {
      for (j, last) in grid.lasts.enumerated() {
        guard last - first >= 4 else {
          #expect(grid.alpha[i][j] == nil && grid.rSquared[i][j] == nil)
          empty += 1
          continue
        }
        let range = try #require(FitRange(first: first, last: last))
        let fit = try PowerLawFit(spectrum, range: range, estimator: estimator)
        #expect(grid.alpha[i][j] == fit.alpha && grid.rSquared[i][j] == fit.rSquared)
      }
    }
    #expect(empty > 0)
  }

  @Test("The grid ends at the resolvable rank, whatever that is", arguments: [0, 4, 5, 6, 7, 8, 2048])
  func gridEnds(rank: Int) {
    let grid = RangeGrid(Eigenspectrum(given: (0..<rank).map { 1 / Double($0 + 1) } + [0]))
    #expect(grid.lasts.last == (rank < 5 ? nil : rank))
    #expect(grid.firsts.allSatisfy { $0 + 4 <= rank } && grid.firsts.isEmpty == (rank < 5))
    #expect(grid.alpha.allSatisfy { $0.contains { $0 != nil } })
  }

  @Test("Benign effective ranks are the sums of their definition, and begin with the rank measures")
  func benign() throws {
    var generator = SeededGenerator(seed: 32)
    let values = (1...70).map { pow(Double($0), -2) * exp(generator.normal()) }.sorted(by: >)
    let spectrum = Eigenspectrum(given: values)
    let benign = try #require(BenignEffectiveRanks(spectrum))
    #expect(benign.stableRanks.count == 70 && benign.participationRatios.count == 70)
    for k in values.indices {
      let tail = values.dropFirst(k)
      let sum = tail.reduce(0, +)
      let squares = tail.reduce(0) { $0 + $1 * $1 }
      #expect(benign.stableRanks[k].isClose(to: sum / values[k], relative: 1e-13))
      #expect(benign.participationRatios[k].isClose(to: sum * sum / squares, relative: 1e-13))
    }
    let measures = try #require(RankMeasures(spectrum))
    #expect(benign.stableRanks[0].isClose(to: measures.stableRank, relative: 1e-14))
    #expect(benign.participationRatios[0].isClose(to: measures.participationRatio, relative: 1e-14))
    #expect(BenignEffectiveRanks(Eigenspectrum(given: [0])) == nil)
  }

  @Test("Benign effective ranks hold where squares would leave the range of a double", arguments: [1e-300, 1e300])
  func benignRange(scale: Double) throws {
    let benign = try #require(BenignEffectiveRanks(Eigenspectrum(given: [scale, scale, scale * 1e-8])))
    #expect(benign.stableRanks[0].isClose(to: 2, relative: 1e-7) && benign.participationRatios[2] == 1)
  }
}
