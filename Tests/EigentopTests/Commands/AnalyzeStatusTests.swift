import FileFixtures
import Glibc
import Testing

@Suite("How eigentop analyze ends")
struct AnalyzeStatusTests {
  @Test("When all is good the status is 0 and nothing is on standard error")
  func good() async throws {
    let training = try TrainingDirectory()
    let run = try await Eigentop(["analyze", "--json", "lambd_0.1", "lambd_1"], in: training.directory)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(try run.records().count == 3)
  }

  @Test("When some fail the status is 1, each is named on standard error, and the rest is printed")
  func some() async throws {
    let training = try TrainingDirectory()
    let run = try await Eigentop(["analyze", "--json", "lambd_1", "missing.npy", "torn"], in: training.directory)
    #expect(run.status == 1)
    let errors = run.errors.split(separator: "\n")
    #expect(errors.count == 2)
    #expect(errors.first?.hasPrefix("eigentop: missing.npy: ") == true)
    #expect(errors.last?.hasPrefix("eigentop: torn/features_epoch_2.npy: ") == true)
    let records = try run.records()
    #expect(records.map { $0.alpha != nil } == [true, false, false])
    #expect(records.map(\.error?.code) == [nil, "unreadable", "truncated"])
  }

  @Test("When nothing could be analysed the status is 2")
  func none() async throws {
    let training = try TrainingDirectory()
    let run = try await Eigentop(["analyze", "--json", "torn"], in: training.directory)
    #expect(run.status == 2)
    #expect(try run.records().count == 1)
    #expect(run.errors.contains("torn/features_epoch_2.npy"))
  }

  @Test("A directory without dumps says so, with status 2")
  func empty() async throws {
    let directory = try TemporaryDirectory()
    let run = try await Eigentop(["analyze", "--json", "."], in: directory)
    #expect(run.status == 2)
    #expect(try run.records().isEmpty)
    #expect(run.errors == "eigentop: no dump was analysed\n")
  }

  @Test(
    "What cannot be meant is status 64, said on standard error",
    arguments: [
      (["--fit-range", "100...11"], "fit-range"), (["--fit-range", "0...10"], "fit-range"),
      (["--fit-range", "ten"], "fit-range"), (["--json", "--csv"], "--json and --csv exclude each other"),
      (["--eigenvalues"], "--eigenvalues needs --json"), (["--unknown"], "--unknown"),
      (["--threads", "0"], "--threads"),
      (["--measures", "beauty"], "measures"),
    ])
  func usage(_ options: [String], _ words: String) async throws {
    let run = try await Eigentop(["analyze"] + options + ["."], in: TemporaryDirectory())
    #expect(run.status == 64)
    #expect(run.errors.contains(words))
    #expect(run.output.isEmpty)
  }

  @Test("Without a path it is status 64")
  func noPath() async throws {
    #expect(try await Eigentop(["analyze"], in: TemporaryDirectory()).status == 64)
  }

  @Test("A reader that has gone away ends it quietly", arguments: [["--json"], ["--csv"], []])
  func closedPipe(_ options: [String]) async throws {
    let training = try TrainingDirectory()
    let run = try await Eigentop(["analyze"] + options + ["lambd_1"], in: training.directory, isOutputClosed: true)
    #expect(run.signal == SIGPIPE)
    #expect(
      run.errors.isEmpty
        || run.errors.hasPrefix("eigentop: α moves with N") && run.errors.count(where: \.isNewline) == 1)
  }
}
