import Analysis
import FileFixtures
import SystemPackage
import Testing

@Suite("Features that have no α")
struct HostileFeatureTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// A dump of N × D doubles.
  private func write(_ rows: Int, _ columns: Int, _ value: (_ row: Int, _ column: Int) -> Double) throws -> FilePath {
    let values = (0..<rows * columns).map { value($0 / columns, $0 % columns) }
    return try directory.write(npy("<f8", [rows, columns], values.withUnsafeBytes { Array($0) }), to: "x.npy")
  }

  private func analyse(_ path: FilePath) async throws -> AnalysisRecord {
    let record = try #require(await Session.run([path]).record(of: path))
    #expect(record.failure == nil)
    let json = String(decoding: try record.json(), as: UTF8.self)
    #expect(!json.contains("nan") && !json.contains("inf,"))
    return record
  }

  // More rows than features, and fewer: both routes.
  @Test("Rows that all hold a NaN or an infinity leave a record with warnings and no α", arguments: [(9, 4), (4, 9)])
  func allNonFinite(rows: Int, columns: Int) async throws {
    let file = try write(rows, columns) { row, column in column == row % columns ? [.nan, -.infinity][row % 2] : 1 }
    let record = try await analyse(file)
    #expect(record.alpha == nil && record.summary?.nonFiniteRows == rows)
    #expect(record.warnings.map(\.code) == [.nonFiniteRows, .noVariance])
    #expect(record.summary?.totalVariance == 0 && record.summary?.resolvableRank == 0)
  }

  @Test("One finite row among others has no variance", arguments: [(9, 4), (4, 9)])
  func oneFinite(rows: Int, columns: Int) async throws {
    let record = try await analyse(write(rows, columns) { row, column in row == 2 ? Double(column) : .infinity })
    #expect(record.alpha == nil && record.summary?.nonFiniteRows == rows - 1)
    #expect(record.warnings.map(\.code) == [.nonFiniteRows, .noVariance])
  }

  @Test(
    "Constant features have no variance, however large",
    arguments: [0, 1, 1e300, .greatestFiniteMagnitude, .leastNonzeroMagnitude],
    [(9, 4), (4, 9)])
  func constant(value: Double, shape: (rows: Int, columns: Int)) async throws {
    let record = try await analyse(write(shape.rows, shape.columns) { _, _ in value })
    #expect(record.alpha == nil && record.summary?.ranks == nil)
    #expect(record.warnings.map(\.code) == [.noVariance])
  }

  @Test("A feature that is constant costs a rank and nothing else")
  func oneConstant() async throws {
    let record = try await analyse(write(40, 3) { row, column in column == 1 ? 7 : Double((row * (column + 3)) % 11) })
    #expect(record.summary?.resolvableRank == 2)
  }
}
