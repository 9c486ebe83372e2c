import Analysis
import AnalysisStore
import FileFixtures
import Foundation
import RunCatalog
import Spectra
import SystemPackage
import Testing

@testable import AnalysisEngine

@Suite("A survey of dumps")
struct DumpSurveyTests {
  private let directory: TemporaryDirectory
  private let control: SurveyControl

  init() throws {
    directory = try TemporaryDirectory()
    control = try SurveyControl()
  }

  /// A live one of the directory.
  private func survey() -> DumpSurvey {
    var configuration = AnalysisEngine.Configuration(fit: FitSettings(), workerCount: 1)
    configuration.isLive = true
    let store = AnalysisStore(.temporary, sizeLimit: .max) { Issue.record("\($0)") }
    return DumpSurvey(roots: [directory.path], configuration: configuration, store: store, control: control)
  }

  /// All that is told until something of this is.
  private func findings(
    _ survey: inout DumpSurvey,
    until isAwaited: (DumpSurvey.Finding) -> Bool = { if case .surveyed = $0 { true } else { false } }
  ) -> [DumpSurvey.Finding] {
    var findings: [DumpSurvey.Finding] = []
    while !findings.contains(where: isAwaited), let next = survey.next() { findings += next }
    return findings
  }

  private func states(_ findings: [DumpSurvey.Finding]) -> [RunActivity.State] {
    findings.compactMap { if case .run(let change) = $0 { change.state } else { nil } }
  }

  private func failures(_ findings: [DumpSurvey.Finding]) -> [AnalysisFailure.Code] {
    findings.compactMap { if case .failure(let record) = $0 { record.failure?.code } else { nil } }
  }

  private func dumps(_ findings: [DumpSurvey.Finding]) -> [FoundDump] {
    findings.compactMap { if case .dump(let found) = $0 { found } else { nil } }
  }

  /// Says that a file was last written to so many seconds from now.
  private func date(_ file: FilePath, _ seconds: Double) throws {
    try FileManager.default.setAttributes([.modificationDate: Date() + seconds], ofItemAtPath: file.string)
  }

  @Test(
    "hears the heartbeat that was there before it",
    arguments: [
      (#"{"state": "finished"}"#, RunActivity.State.finished), (#"{"state": "failed"}"#, .stalled),
      (#"{"state": "running", "interval": 10}"#, .stalled), (#"{"state": "running", "interval": 3600}"#, .live),
      ("", .idle),
    ])
  func heartbeats(text: String, state: RunActivity.State) throws {
    for file in [try directory.write(dump(), to: "run/x.npy"), try directory.write(text, to: "run/heartbeat")] {
      try date(file, -1000)
    }
    var survey = survey()
    #expect(states(findings(&survey)) == [state])
  }

  @Test("takes a sign of life that was there before it for one")
  func signs() throws {
    try date(try directory.write(dump(), to: "run/x.npy"), -1000)
    try directory.write("epoch,loss\n1,2\n", to: "run/metrics.csv")
    var survey = survey()
    #expect(states(findings(&survey)) == [.live])
  }

  @Test("waits for what a heartbeat promises, however late that is", arguments: ["1e20", "1e300", "1e308"])
  func patience(interval: String) throws {
    try directory.write(dump(), to: "run/x.npy")
    try directory.write(#"{"state": "running", "interval": \#(interval)}"#, to: "run/heartbeat")
    var survey = survey()
    #expect(states(findings(&survey)) == [.live])
    control.wake()
    #expect(survey.next()?.isEmpty == true)
  }

  @Test("takes a file of an hour ahead for one that nobody writes to, and says at once what it lacks")
  func ahead() throws {
    let files = [try directory.write("", to: "a.npy"), try directory.write(dump().dropLast(7), to: "b.npy")]
    for file in files { try date(file, 3600) }
    var survey = survey()
    #expect(failures(findings(&survey)) == [.truncated, .truncated])
  }

  @Test("takes a file of a minute ahead for one that is being written: clocks differ")
  func slightlyAhead() throws {
    try date(try directory.write(dump().dropLast(7), to: "x.npy"), 60)
    var survey = survey()
    #expect(dumps(findings(&survey)).map(\.record.percentWritten) == [97])
  }

  @Test(
    "looks by the clock at what is not complete, also when nothing has come for an hour, and at nothing else",
    arguments: [-1, -3600])
  func otherName(age: Double) throws {
    let elsewhere = try TemporaryDirectory()
    let rest = Array(dump().suffix(7))
    let other = try elsewhere.write(dump().dropLast(rest.count), to: "other")
    let file = directory.path.appending("x.npy")
    try #require(link(other.string, file.string) == 0)
    try date(file, age)
    var survey = survey()
    _ = findings(&survey)
    #expect(survey.clocked == [file])
    let handle = try FileDescriptor.open(other, .writeOnly, options: .append)
    try handle.closeAfter { _ = try handle.writeAll(rest) }
    // Whoever waits for a look that never comes would wait for ever.
    let watchdog = DispatchWorkItem { [control] in control.stop() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: watchdog)
    defer { watchdog.cancel() }
    let isComplete = { (found: FoundDump) in found.record.percentWritten == nil }
    let later = findings(&survey) { if case .dump(let found) = $0 { isComplete(found) } else { false } }
    #expect(dumps(later).contains(where: isComplete))
    #expect(survey.clocked.isEmpty)
  }

  @Test("refuses two files of one number, of which either may be meant, until one is gone")
  func repetition() throws {
    for (name, seed) in [("emb_0", 0), ("emb_1", 1), ("emb_01", 2)] {
      try directory.write(dump(seed: seed), to: FilePath("\(name).npy"))
    }
    var survey = survey()
    let start = findings(&survey)
    #expect(failures(start) == [.repeatedShard] && dumps(start).isEmpty)
    try FileManager.default.removeItem(atPath: directory.path.appending("emb_01.npy").string)
    let later = findings(&survey) { if case .dump = $0 { true } else { false } }
    #expect(dumps(later).map(\.record.dump.files) == [["emb_0.npy", "emb_1.npy"].map { directory.path.appending($0) }])
    #expect(!later.contains { if case .vanished = $0 { true } else { false } })
  }

  @Test("finds the dumps of the greatest numbers", arguments: [UInt(1) << 32, UInt(Int.max), UInt.max])
  func greatNumbers(number: UInt) throws {
    try directory.write(dump(), to: FilePath("feats_\(number).npy"))
    var survey = survey()
    #expect(dumps(findings(&survey)).count == 1)
  }
}
