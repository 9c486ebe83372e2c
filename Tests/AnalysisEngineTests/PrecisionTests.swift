import Analysis
import AnalysisEngine
import FileFixtures
import NumericalTesting
import Spectra
import SystemPackage
import Testing

@Suite("Sums in single precision")
struct PrecisionTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func analyse(
    _ rows: [[Double]], isSingle: Bool, fit: FitSettings = FitSettings()
  ) async throws -> AnalysisRecord {
    let file = try directory.write(float64(rows), to: "x.npy")
    var configuration = AnalysisEngine.Configuration(fit: fit, workerCount: 1)
    configuration.computesUncertainty = true
    if isSingle { configuration.precision = .float32 }
    let record = try #require(await Session.run([file], configuration: configuration).refined.first)
    try expectSound(record)
    return record
  }

  @Test("say so, and have the α of double precision to 10⁻⁶, with a large mean, too", arguments: [0, 100.0])
  func agreement(mean: Double) async throws {
    let rows = ExactFeatures(rowCount: 1500, features: 120, decay: 1).rows.map { $0.map { $0 + mean } }
    let single = try await analyse(rows, isSingle: true)
    let double = try await analyse(rows, isSingle: false)
    #expect(single.precision == "float32" && double.precision == "float64")
    let (one, two) = (try #require(single.alpha), try #require(double.alpha))
    #expect(one.isClose(to: two, relative: 1e-6) && one != two)
    #expect(single.summary?.resolvableRank == 120)
  }

  @Test("resolve fewer ranks: those above 2·10⁻⁸ of the first")
  func resolution() async throws {
    // 5·10⁻⁸ at rank 67, 2·10⁻⁸ at 84.
    let features = ExactFeatures(rowCount: 300, features: 120, decay: 4)
    let single = try await analyse(features.rows, isSingle: true)
    let double = try await analyse(features.rows, isSingle: false)
    #expect(double.summary?.resolvableRank == 120)
    let rank = try #require(single.summary?.resolvableRank)
    #expect((80...88).contains(rank), "\(rank)")
    #expect(single.summary?.fit?.range.last == rank)
    #expect(single.warnings.contains { $0.code == .fitRangeReduced })
  }

  @Test("are not made where rows are fewer than features: Gram matrices are summed in double")
  func gram() async throws {
    var generator = SeededGenerator(seed: 81)
    let rows = generator.powerLawRows(40, features: 90)
    let settings = FitSettings(range: try #require(FitRange(first: 3, last: 30)))
    let single = try await analyse(rows, isSingle: true, fit: settings)
    let double = try await analyse(rows, isSingle: false, fit: settings)
    #expect(single == double && single.precision == "float64")
  }
}
