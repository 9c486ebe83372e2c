import Foundation
import TerminalEmulation
import Testing

@Suite("The sample data")
struct SampleDataTests {
  private let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SampleData")

  @Test("Opening it shows every run and every dump analysed, with its accuracy")
  func everything() throws {
    let runs = try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: [.isDirectoryKey])
      .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
    // High enough for all of it.
    let session = try startDashboard(in: directory.path, rows: 100)
    try session.waitUntilAnalysed()
    let counts = try #require(session.row(0).firstMatch(of: /(\d+) runs · (\d+) dumps · all analysed/))
    #expect(Int(counts.1) == runs.count)
    #expect(!session.row(0).contains("attention"))
    try session.wait(for: "R², accuracy and state of every dump") {
      session.screenText.count { $0.contains(/\d\.\d{3} +\d\d\.\d\d/) && isRowOfResult($0) } == Int(counts.2)
    }
  }
}
