import FileFixtures
import Foundation
import Testing

@Suite("eigentop watch")
struct WatchCommandTests {
  @Test("prints a line of JSON for every result, with the record that analyze prints, and ends when asked to")
  func events() async throws {
    let training = try TrainingDirectory()
    let output = try await Eigentop(["watch", ".", "--json", "--once", "--no-cache"], in: training.directory)
    #expect(output.status == 0)
    let lines = try output.lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    let names = lines.compactMap { $0["event"] as? String }
    #expect(names.first == "watching" && names.last == "idle")
    #expect(names.count { $0 == "result" } == 5 && names.count { $0 == "failure" } == 1)
    let alphas = lines.compactMap { ($0["record"] as? [String: Any])?["alpha"] as? Double }.sorted()
    #expect(alphas.count == 5 && zip(alphas, [0.6, 0.8, 1, 1.2, 1.4]).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(lines.allSatisfy { $0["time"] is String })
  }

  @Test(
    "A configuration that makes no sense is refused, with its line",
    arguments: [
      ("[[alert]]\nwhen = \"alpha\"\n", ":2: [alert] when: 'alpha' is no rule"),
      ("[[alert]]\nwhen = \"alpha => 2\"\n", ":2: [alert] when: 'alpha => 2' is no rule"),
      ("[[alert]]\nwhen = \"alpha > 2\"\nbell = \"yes\"\n", ":3: [alert] bell: it is true or false"),
      ("[analysis]\ntokens = \"some\"\n", ":2: [analysis] tokens: it is none of \"flatten\", \"mean\""),
      ("[cache]\nsize = 3\n", ":2: [cache] size: it is no size"), ("alert = 3\n", "write [[alert]]"),
      ("[[alert", ":1: "),
    ])
  func configuration(text: String, message: String) async throws {
    let directory = try TemporaryDirectory()
    try directory.write(text, to: "config.toml")
    let output = try await Eigentop(["watch", ".", "--once", "--no-cache", "--config", "config.toml"], in: directory)
    #expect(output.status == 2)
    #expect(output.errors.contains(message), "\(output.errors)")
  }
}
