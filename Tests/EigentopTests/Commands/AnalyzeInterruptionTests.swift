import FileFixtures
import Foundation
import TerminalEmulation
import Testing

@Suite("Interrupting eigentop analyze")
struct AnalyzeInterruptionTests {
  @Test("Ctrl-C prints what is finished as valid JSON")
  func interrupted() throws {
    let directory = try TemporaryDirectory()
    try directory.write(FeatureMatrix(alpha: 0.7), to: "a.npy")
    // Would take minutes: it is running when the key comes.
    try directory.writeLarge(rows: 200_000, columns: 4096, to: "b.npy")
    let session = try TerminalSession(
      "/bin/sh",
      arguments: [
        "-c", "cd \"$1\" && exec \"$2\" analyze --json --threads 1 . > out.json", "sh", directory.path.string,
        builtExecutable("eigentop"),
      ])
    try session.waitForText("1 of 2 analysed")
    session.send("\u{3}")
    #expect(try session.waitUntilEnded() == .exited(1), "some of the input has no result")
    let records = try JSONDecoder().decode([Record].self, from: directory.read("out.json"))
    #expect(records.map(\.path) == ["./a.npy"])
    #expect(abs(try #require(records.first?.alpha) - 0.7) < 1e-9)
  }
}
