import FileFixtures
import Foundation
import SchemaValidation
import Testing

@Suite("eigentop doctor")
struct DoctorCommandTests {
  private let directory: TemporaryDirectory
  init() throws { directory = try TemporaryDirectory() }

  private func doctor(_ arguments: [String] = [], _ environment: [String: String] = [:]) async throws -> Eigentop {
    let own = ["HOME": directory.path.string].merging(environment) { $1 }
    return try await Eigentop(["doctor"] + arguments, in: directory, environment: own)
  }

  /// The checks of its JSON, by area and name.
  private func checks(_ run: Eigentop) throws -> [String: JSONValue] {
    let report = try JSONValue(parsing: Data(run.output.utf8))
    #expect(try JSONSchema.committed("eigentop/Schemas/doctor.schema.json").faults(of: report) == [])
    let all = report["checks"]?.elements ?? []
    return Dictionary(
      all.map { ("\($0["area"]?.text ?? "") \($0["name"]?.text ?? "")", $0) }, uniquingKeysWith: { $1 })
  }

  @Test("All is well: status 0, and what answers is there as a file")
  func well() async throws {
    let run = try await doctor(["--json"])
    #expect(run.status == 0 && run.errors.isEmpty)
    let checks = try checks(run)
    for library in ["BLAS", "LAPACK", "LAPACKE"] {
      let file = try #require(checks["arithmetic \(library)"]?["value"]?.text)
      #expect(FileManager.default.isReadableFile(atPath: file), "\(library): \(file)")
    }
    #expect(checks["files cache"]?["value"]?.text == "\(directory.path)/.cache/eigentop")
    #expect(checks["files results"]?["value"]?.text?.hasPrefix("none yet") == true)
    for name in ["themes", "sample data", "writer for trainers"] {
      #expect(checks["installation \(name)"]?["status"]?.text == "ok", "\(name)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path.string).isEmpty, "it writes nothing")
  }

  @Test(
    "What is missing is a warning with what to do",
    arguments: [
      ("terminal TERM", "TERM", "nonsense"), ("terminal TERM", "TERM", ""), ("terminal TERM", "TERM", "dumb"),
      ("locale locale", "LANG", "C"), ("files cache", "XDG_CACHE_HOME", "/proc/self"),
      ("files sessions", "XDG_STATE_HOME", "/proc/self"),
    ])
  func warnings(_ check: String, _ variable: String, _ value: String) async throws {
    let run = try await doctor(["--json"], [variable: value])
    #expect(run.status == 0)
    let found = try #require(try checks(run)[check])
    #expect(found["status"]?.text == "warning" && found["advice"]?.text?.isEmpty == false, "\(found)")
    let quiet = try await doctor(["--quiet"], [variable: value])
    #expect(quiet.lines.first?.hasPrefix("warning  ") == true && quiet.lines.count >= 2)
  }

  @Test("A configuration that the dashboard refuses is an error, and status 1")
  func broken() async throws {
    try directory.write("[cache]\nsize = 3\n", to: ".config/eigentop/config.toml")
    let run = try await doctor(["--json"])
    #expect(run.status == 1)
    let found = try #require(try checks(run)["files configuration"])
    #expect(found["status"]?.text == "error" && found["value"]?.text?.contains("[cache] size") == true)
  }

  @Test("NO_COLOR is respected, and said so")
  func noColor() async throws {
    let run = try await doctor(["--json"], ["NO_COLOR": "1"])
    #expect(try checks(run)["terminal colours"]?["value"]?.text?.hasPrefix("none, as NO_COLOR asks; 256") == true)
  }

  @Test("What remembered results take is said, and what is wrong with them")
  func store() async throws {
    try directory.write(FeatureMatrix(alpha: 1), to: "a.npy")
    _ = try await Eigentop(["analyze", "a.npy"], in: directory, environment: ["HOME": directory.path.string])
    let value = try checks(try await doctor(["--json"]))["files results"]?["value"]?.text
    #expect(value?.hasPrefix("1, 0.") == true, "\(value ?? "nothing")")
    try directory.write("no database", to: ".cache/eigentop/results.sqlite")
    let damaged = try checks(try await doctor(["--json"]))["files results"]
    #expect(damaged?["status"]?.text == "warning" && damaged?["advice"]?.text != nil)
  }
}
