import FileFixtures
import Foundation
import TerminalEmulation
import Testing

extension SampleDataTests {
  @Suite("From a sweep to a decision")
  struct DecisionTests {
    private static let repository = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The keys of each step, as the README lists them.
    private static func steps() throws -> [[String]] {
      let text = try String(contentsOf: repository.appending(path: "README.md"), encoding: .utf8)
      let lines = text.split(separator: "\n").drop { $0 != "### From a sweep to a decision" }
      return lines.dropFirst().prefix { !$0.hasPrefix("###") }.filter { $0.dropFirst().hasPrefix(". ") }.map { line in
        // Backticks around keys alternate with what stands between them; the words begin after the last of the leading keys.
        line.drop { $0 != "`" }.split(separator: "`").enumerated()
          .prefix { $0.offset.isMultiple(of: 2) || $0.element == " " }.filter { $0.offset.isMultiple(of: 2) }
          .map { String($0.element) }
      }
    }

    /// What tells that a step is done.
    private static let signs = [
      "filter: lambd", "nothing left to probe", "probe next: 10 of 33 inside", "10 probes in 1 step", "in 2 steps",
      "by shuffled α: the best in", "zone now: ", "eigentop-selection-1-001.svg written",
    ]

    @Test(
      "The keys of the README lead from the sample sweep to probes, a narrowed zone and a file",
      .timeLimit(.minutes(15))
    )
    func keys() throws {
      let steps = try Self.steps()
      #expect(steps.count == Self.signs.count && steps.joined().count == 21)
      let directory = try TemporaryDirectory()
      let session = try startDashboard(
        [Self.repository.appending(path: "SampleData").path], in: directory.path.string,
        environment: SampleDataTests.results.environment, columns: 160, rows: 48)
      try session.wait(for: "the end of all analyses") {
        session.row(0).contains(" all analysed")
      }
      for (step, sign) in zip(steps, Self.signs) {
        for key in step { if key == "Enter" { session.send(.enter) } else { session.send(key) } }
        try session.waitForText(sign)
      }
      let text = try String(
        contentsOf: URL(fileURLWithPath: "\(directory.path)/eigentop-selection-1-001.svg"), encoding: .utf8)
      #expect(text.contains("<title>") && text.contains("filter: lambd") && text.contains("zone now: "))
      session.send("q")
      #expect(try session.waitUntilEnded() == .exited(0))
    }
  }
}
