import AnalysisStore
import FileFixtures
import Foundation
import StoreExamples
import SystemPackage
import Testing

@Suite("eigentop cache")
struct CacheCommandTests {
  private let directory: TemporaryDirectory
  init() throws { directory = try TemporaryDirectory() }

  private var location: StoreLocation { .directory(FilePath("\(directory.path)/eigentop")) }
  private var file: String { "\(directory.path)/eigentop/results.sqlite" }

  private func cache(_ arguments: String...) async throws -> Eigentop {
    try await Eigentop(["cache"] + arguments, in: directory, environment: ["XDG_CACHE_HOME": directory.path.string])
  }

  private func fill(_ seeds: Range<UInt64>) -> AnalysisStore {
    let store = AnalysisStore(location, sizeLimit: 1 << 30) { _ in }
    for seed in seeds { StoreExample(seed: seed, hasParts: seed == 0).save(in: store) }
    return store
  }

  private struct Info: Decodable {
    var path: String
    var byteCount, contents, records, spectra, intervals, partialMoments: Int
    var oldestUse, newestUse: Date?
  }

  private func info() async throws -> Info {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    let run = try await cache("info", "--json")
    #expect(run.status == 0)
    return try decoder.decode(Info.self, from: Data(run.output.utf8))
  }

  @Test("path prints the file, below XDG_CACHE_HOME or else below the home directory")
  func path() async throws {
    #expect(try await cache("path").output == file + "\n")
    let home = try await Eigentop(
      ["cache", "path"], in: directory, environment: ["HOME": "/home/me", "XDG_CACHE_HOME": "x"])
    #expect(home.output == "/home/me/.cache/eigentop/results.sqlite\n")
    let homeless = try await Eigentop(["cache", "path"], in: directory)
    #expect(homeless.status == 1 && homeless.output.isEmpty && !homeless.errors.isEmpty)
  }

  @Test("info says what is there, and makes nothing")
  func nothingThere() async throws {
    let info = try await info()
    #expect(info.path == file && info.byteCount == 0 && info.contents == 0 && info.oldestUse == nil)
    #expect(!FileManager.default.fileExists(atPath: "\(directory.path)/eigentop"))
  }

  @Test("info counts what is there, for programs and for people, while another instance runs")
  func counts() async throws {
    let store = fill(0..<3)
    let example = StoreExample(seed: 9)
    store.save(example.moments, of: example.source, .float64)
    let info = try await info()
    #expect(info.contents == 3 && info.records == 3 && info.spectra == 3)
    #expect(info.intervals == 1 && info.partialMoments == 1)
    #expect(info.byteCount > 4096)
    let uses = try [#require(info.oldestUse), #require(info.newestUse)]
    for use in uses { #expect(abs(use.timeIntervalSinceNow) < 86400) }
    let text = try await cache("info")
    #expect(text.lines.contains("file           \(file)"))
    #expect(text.lines.contains("spectra        3, 1 with intervals"))
    store.close()
  }

  @Test("clear forgets everything, while another instance goes on")
  func clear() async throws {
    let store = fill(0..<3)
    #expect(try await cache("clear").status == 0)
    #expect(try await info().contents == 0)
    StoreExample(seed: 5).save(in: store)
    store.close()
    #expect(try await info().contents == 1)
  }

  @Test("clear works on a file that is no database, and on none")
  func clearDamaged() async throws {
    #expect(try await cache("clear").status == 0)
    try directory.write("anything", to: "eigentop/results.sqlite")
    let run = try await cache("clear")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(try await info().contents == 0)
  }

  @Test("Another program's file is left alone by info")
  func foreign() async throws {
    fill(0..<1).close()
    // Bytes 68…71 are the application's number.
    var bytes = try directory.read("eigentop/results.sqlite")
    bytes[70] ^= 1
    try directory.write(bytes, to: "eigentop/results.sqlite")
    let run = try await cache("info")
    #expect(run.status == 1 && run.errors.contains("another program") && run.output.isEmpty)
    #expect(try directory.read("eigentop/results.sqlite") == bytes)
  }
}
