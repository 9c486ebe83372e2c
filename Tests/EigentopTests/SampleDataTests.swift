import Foundation
import TerminalEmulation
import Testing

/// One after another: the first analyses all of it, the others need not.
@Suite("The sample data", .serialized)
struct SampleDataTests {
  static let results = SharedResults(of: "sample")
  private let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SampleData")

  @Test("Opening it shows every run and every dump analysed, with its accuracy")
  func everything() throws {
    let files = try #require(FileManager.default.enumerator(at: directory, includingPropertiesForKeys: nil))
    // Every run has its settings, and no other directory has.
    let runs = files.compactMap { $0 as? URL }.filter { $0.lastPathComponent == "hparams.yaml" }
    // High enough for all of it.
    let session = try startDashboard(in: directory.path, environment: Self.results.environment, rows: 200)
    try session.waitUntilAnalysed()
    let counts = try #require(session.row(0).firstMatch(of: /(\d+) runs · (\d+) dumps · all analysed/))
    #expect(Int(counts.1) == runs.count)
    #expect(!session.row(0).contains("attention"))
    // But for the tokens of a network that is there: these were not probed.
    let unprobedCount = 1
    try session.wait(for: "R², accuracy and state of every dump") {
      let rows = session.screenText.filter { $0.contains(/\d\.\d{3} +\d\d\.\d\d/) && isRowOfResult($0) }
      return rows.count + unprobedCount == Int(counts.2)
    }
  }
}
