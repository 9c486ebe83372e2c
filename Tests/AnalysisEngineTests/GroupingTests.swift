import Analysis
import AnalysisStore
import FileFixtures
import Foundation
import NumericalTesting
import Spectra
import SystemPackage
import Testing

@testable import AnalysisEngine

@Suite("Intervals of rows that belong together")
struct GroupingTests {
  let directory: TemporaryDirectory
  private static let settings = FitSettings(range: FitRange(first: 3, last: 12) ?? .standard)

  init() throws { directory = try TemporaryDirectory() }

  private func rows(_ count: Int = 100, features: Int = 16) -> [[Double]] {
    var generator = SeededGenerator(seed: 91)
    return generator.powerLawRows(count, features: features, mean: 1)
  }

  private func configuration(_ grouping: AnalysisEngine.Grouping = .found) -> AnalysisEngine.Configuration {
    var configuration = AnalysisEngine.Configuration(fit: Self.settings, workerCount: 1)
    configuration.computesUncertainty = true
    configuration.grouping = grouping
    return configuration
  }

  private func refined(_ file: FilePath, _ configuration: AnalysisEngine.Configuration) async throws -> AnalysisRecord {
    try #require(await Session.run([file], configuration: configuration).refined.first)
  }

  private func standardErrors(_ record: AnalysisRecord) throws -> [Measure: Double] {
    try #require(record.uncertainty).measures.mapValues(\.standardError)
  }

  private func ids(_ numbers: [Int32], to name: FilePath) throws -> FilePath {
    try directory.write(npy("<i4", [numbers.count], numbers.withUnsafeBytes { Array($0) }), to: name)
  }

  // More rows than features; fewer; and where the moments of all groups do not fit.
  @Test(
    "Views of one image have the interval of the images, whatever the route",
    arguments: [(16, Int?.none), (600, nil), (16, 300_000)])
  func views(features: Int, memoryLimit: Int?) async throws {
    let rows = rows(features: features)
    let once = try directory.write(float64(rows), to: "once.npy")
    let repeated = try directory.write(float64(rows.flatMap { [$0, $0, $0, $0, $0] }), to: "repeated.npy")
    let numbered = try ids((0..<500).map { 3 * ($0 / 5) - 50 }, to: "numbers.npy")
    var alone = configuration()
    if let memoryLimit { alone.memoryLimit = memoryLimit }
    let single = try await refined(once, alone)
    let expected = try standardErrors(single)
    #expect(expected.count == Measure.onePass.count && single.uncertainty?.objects.kind == .rows)
    #expect((single.uncertainty?.method == .infinitesimalJackknife) == (memoryLimit != nil))
    for (grouping, kind) in [(AnalysisEngine.Grouping.views(5), "views"), (.ids(numbered), "ids")] {
      alone.grouping = grouping
      let record = try await refined(repeated, alone)
      let uncertainty = try #require(record.uncertainty)
      #expect(uncertainty.objects.kind.rawValue == kind && uncertainty.objects.count == 100)
      for (measure, error) in try standardErrors(record) {
        // Of more rows than images RankMe counts 10⁻⁷ as often as there are rows, up to the number of features.
        let tolerance = measure == .rankMe ? 0.01 : 1e-6
        let alone = try #require(expected[measure])
        #expect(error.isClose(to: alone, relative: tolerance), "\(measure)")
      }
    }
    // Taken for rows of their own, they promise more than there is.
    alone.grouping = .views(1)
    let naive = try #require(try await refined(repeated, alone).uncertainty?.measures[.effectiveRank]?.standardError)
    let honest = try #require(expected[.effectiveRank])
    #expect(naive > 0 && naive < 0.8 * honest)
  }

  @Test("Ids beside a dump count, stay no dump themselves, and join whole images where tokens are rows")
  func found() async throws {
    let numbers = try ids((0..<100).map { $0 / 4 }, to: "groups.npy")
    let file = try directory.write(float64(rows()), to: "x.npy")
    let session = await Session.run([directory.path], configuration: configuration())
    #expect(session.finished.map(\.dump.path) == [file])
    #expect(session.refined.first?.uncertainty?.objects == .init(.ids, count: 25))
    var tokens = configuration(.ids(numbers))
    tokens.tokens = .samples
    let bytes = Array(rows(300, features: 6).joined()).withUnsafeBytes { Array($0) }
    let array = try directory.write(npy("<f8", [100, 3, 6], bytes), to: "tokens/t.npy")
    #expect(try await refined(array, tokens).uncertainty?.objects == .init(.ids, count: 25))
    tokens.grouping = .views(2)
    #expect(try await refined(array, tokens).uncertainty?.objects == .init(.views, count: 50))
    tokens.grouping = .views(1)
    #expect(try await refined(array, tokens).uncertainty?.objects == .init(.images, count: 100))
  }

  @Test("Fewer than twenty objects are a group each, of one there is no interval, nor of ids that do not fit")
  func few() async throws {
    let file = try directory.write(float64(rows()), to: "x.npy")
    #expect(try await refined(file, configuration(.views(15))).uncertainty?.groupCount == 7)
    let short = try ids([1, 2, 3], to: "short.npy")
    let gone = directory.path.appending("gone.npy")
    for (grouping, reason) in [
      (AnalysisEngine.Grouping.views(100), "all rows are of one object"), (.views(.max), "all rows are of one object"),
      (.ids(short), "3 ids for 100 rows"), (.ids(gone), "gone.npy"), (.ids(file), "axes"),
    ] {
      let record = try await refined(file, configuration(grouping))
      #expect(record.uncertainty == nil && record.summary != nil)
      #expect(record.warnings.contains { $0.code == .noInterval && $0.message.contains(reason) }, "\(record.warnings)")
    }
  }

  @Test("Intervals that are remembered stand for no other grouping, nor for another file of ids")
  func remembered() async throws {
    let file = try directory.write(float64(rows()), to: "x.npy")
    let location = StoreLocation.directory(directory.path.appending("cache"))
    func uncertainty(_ grouping: AnalysisEngine.Grouping = .found) async throws -> (RecordUncertainty?, isNew: Bool) {
      let store = AnalysisStore(location, sizeLimit: 1 << 30) { Issue.record("\($0)") }
      var configuration = configuration(grouping)
      configuration.store = store
      let session = await Session.run([file], configuration: configuration)
      store.close()
      return ((session.refined.last ?? session.finished.last)?.uncertainty, !session.refined.isEmpty)
    }
    let (plain, _) = try await uncertainty()
    let (again, isNew) = try await uncertainty()
    #expect(plain != nil && again == plain && !isNew)
    let (views, viewsAreNew) = try await uncertainty(.views(4))
    #expect(viewsAreNew && views?.objects == .init(.views, count: 25))
    _ = try ids((0..<100).map { $0 / 5 }, to: "groups.npy")
    let (listed, listedIsNew) = try await uncertainty()
    #expect(listedIsNew && listed?.objects == .init(.ids, count: 20))
    _ = try ids((0..<100).map { $0 / 2 }, to: "groups.npy")
    #expect(try await uncertainty().0?.objects == .init(.ids, count: 50))
    let (last, lastIsNew) = try await uncertainty(.views(1))
    #expect(last == plain && !lastIsNew)
  }
}
