import FileFixtures
import Foundation
import SchemaValidation
import TerminalEmulation
import Testing

/// What remains of `analyze`, `simulate` and `barlow` is tested with them.
@Suite("Ctrl-C")
struct CommandInterruptionTests {
  struct Case: Sendable, CustomStringConvertible {
    var arguments: String
    var schema: String
    /// What is on the terminal when the key comes.
    var sign: String
    var status: Int32
    /// A field that says how far it came.
    var remains: [String: JSONValue] = [:]

    var description: String { arguments }
  }

  @Test(
    "What is finished is there as valid JSON",
    arguments: [
      Case(
        arguments: "rank . --by alpha --threads 1", schema: "eigentop/Schemas/rank", sign: "1 of 2 analysed", status: 1,
        remains: ["n": .number(1)]),
      Case(
        arguments: "probe b/features.npy b/labels.npy", schema: "Analysis/Probe/probe-record", sign: "training: ",
        status: 2),
      Case(
        arguments: "simulate sampling --samples 3000 --dimension 200 --trials 100000 --points 2 --threads 1",
        schema: "Analysis/sampling-bias", sign: " of 100000 draws", status: 1),
    ])
  func interrupted(_ test: Case) throws {
    let (directory, home) = (try TemporaryDirectory(), try TemporaryDirectory())
    try directory.write(FeatureMatrix(alpha: 0.7), to: "a/features.npy")
    // Would take minutes: it is running when the key comes.
    let count = 200_000
    try directory.write(
      npy("<i8", [count], (0..<count).map { Int64($0 % 3) }.withUnsafeBytes { Array($0) }, isPadded: true),
      to: "b/labels.npy")
    try directory.writeLarge(rows: count, columns: 4096, to: "b/features.npy")
    let session = try TerminalSession(
      "/bin/sh",
      arguments: [
        "-c", "cd \"$1\" && exec env HOME=\"$2\" \"$3\" \(test.arguments) --json >\"$2/out\"", "sh",
        directory.path.string,
        home.path.string, builtExecutable("eigentop"),
      ])
    try session.wait(for: test.sign) {
      session.screenText.contains { $0.contains(test.sign) && !$0.contains(" 0\(test.sign)") }
    }
    session.send("\u{3}")
    let ending = try session.waitUntilEnded()
    let value = try JSONValue(parsing: home.read("out"))
    #expect(try JSONSchema.committed("\(test.schema).schema.json").faults(of: value) == [])
    #expect(ending == .exited(test.status))
    for (name, field) in test.remains { #expect(value[name] == field) }
  }
}
