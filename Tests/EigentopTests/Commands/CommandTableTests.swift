import FileFixtures
import Foundation
import Glibc
import SchemaValidation
import TerminalEmulation
import Testing

/// What holds for every command that prints.
@Suite("All commands")
struct CommandTableTests {
  struct Command: Sendable, CustomStringConvertible {
    var arguments: [String]
    /// Of what --json prints, below `Sources`.
    var schema: String
    /// Whether every line is a value of its own.
    var isLines = false
    /// Whether the same is printed each time, whatever the terminal.
    var isSteady = true

    var description: String { arguments.joined(separator: " ") }
  }

  private static let commands = [
    Command(arguments: ["analyze", "."], schema: "Analysis/analysis-record"),
    Command(
      arguments: ["watch", ".", "--once"], schema: "eigentop/Schemas/watch", isLines: true, isSteady: false),
    Command(arguments: ["probe", "m0/features_epoch_2.npy"], schema: "Analysis/Probe/probe-record"),
    Command(arguments: ["select", "."], schema: "eigentop/Schemas/select"),
    Command(arguments: ["select", ".", "--replay", "--shuffles", "20"], schema: "eigentop/Schemas/replay"),
    Command(arguments: ["correlate", "."], schema: "eigentop/Schemas/correlate"),
    Command(arguments: ["rank", ".", "--by", "alpha"], schema: "eigentop/Schemas/rank"),
    Command(arguments: ["simulate"] + smallSimulation, schema: "Analysis/simulation"),
    Command(
      arguments: ["simulate", "sampling", "--fit-range", "2...9"] + smallSimulation, schema: "Analysis/sampling-bias"),
    Command(
      arguments: ["barlow", "m0/features_epoch_2.npy", "m1/features_epoch_2.npy", "--lambda", "1"],
      schema: "Analysis/barlow-twins"),
    Command(arguments: ["cache", "info"], schema: "eigentop/Schemas/cache"),
    Command(arguments: ["themes"], schema: "eigentop/Schemas/themes"),
    Command(arguments: ["themes", "--check"], schema: "eigentop/Schemas/themes-check"),
    Command(arguments: ["keys"], schema: "eigentop/Schemas/keys"),
    Command(arguments: ["doctor"], schema: "eigentop/Schemas/doctor", isSteady: false),
  ]

  private static let smallSimulation = [
    "--points", "3", "--dimension", "20", "--samples", "12", "--trials", "2",
  ]

  /// Three models with accuracies and labels.
  private let directory: TemporaryDirectory
  /// Not below what is analysed.
  private let home: TemporaryDirectory

  init() throws {
    (directory, home) = (try TemporaryDirectory(), try TemporaryDirectory())
    for (index, alpha) in [0.8, 1.2, 1.0].enumerated() {
      try directory.write(FeatureMatrix(alpha: alpha), to: "m\(index)/features_epoch_2.npy")
      try directory.write("epoch,probe_acc\n2,\(70 + 3 * index)\n", to: "m\(index)/metrics.csv")
    }
    let labels = (0..<280).map { Int64($0 % 3) }
    try directory.write(
      npy("<i8", [280], labels.withUnsafeBytes { Array($0) }, isPadded: true), to: "labels.npy")
  }

  private func run(
    _ arguments: [String], _ environment: [String: String] = [:], isOutputClosed: Bool = false
  ) async throws -> Eigentop {
    try await Eigentop(
      arguments, in: directory, environment: ["HOME": home.path.string].merging(environment) { $1 },
      isOutputClosed: isOutputClosed)
  }

  @Test(
    "JSON is what its schema says, the terminal changes nothing, --quiet leaves standard error empty; a reader that goes away ends it silently, wrong usage with status 64",
    arguments: commands)
  func table(command: Command) async throws {
    let json = try await run(command.arguments + ["--json"])
    #expect(json.status == 0 && json.errors.isEmpty && json.output.hasSuffix("\n"), "\(json.errors)")
    try expectValid(json, command)

    let elsewhere = try await run(command.arguments + ["--json"], ["TERM": "dumb", "NO_COLOR": "1"])
    #expect(elsewhere.status == 0 && elsewhere.errors.isEmpty)
    if command.isSteady { #expect(elsewhere.output == json.output) }

    let quiet = try await run(command.arguments + ["--quiet"])
    #expect(quiet.status == 0 && quiet.errors.isEmpty && !quiet.output.contains("\u{1b}"), "\(quiet.errors)")
    if command.isSteady { #expect(!quiet.output.isEmpty) }

    let unread = try await run(command.arguments + ["--json"], isOutputClosed: true)
    #expect(unread.errors.isEmpty && (unread.signal == SIGPIPE || unread.status == 0), "\(unread.errors)")

    let wrong = try await run(command.arguments + ["--nonsense"])
    #expect(wrong.status == 64 && wrong.output.isEmpty && wrong.errors.contains("--nonsense"))
  }

  private func expectValid(_ run: Eigentop, _ command: Command) throws {
    let values = try (command.isLines ? run.lines.map(String.init) : [run.output])
      .map { try JSONValue(parsing: Data($0.utf8)) }
    #expect(!values.isEmpty)
    let schema = try JSONSchema.committed("\(command.schema).schema.json")
    for value in values {
      #expect(schema.faults(of: value) == [])
      // An event has a record as analyze prints it.
      if let record = value["record"] {
        #expect(try JSONSchema.committed("Analysis/analysis-record.schema.json").faults(of: .array([record])) == [])
      }
    }
  }

  @Test(
    "Progress is shown on a terminal that can go back on its line, and where nobody asked for quiet",
    arguments: [([], "xterm-256color", true), (["--quiet"], "xterm-256color", false), ([], "dumb", false)])
  func progress(options: [String], terminal: String, isShown: Bool) throws {
    let line = (["simulate", "--json"] + Self.smallSimulation + options).joined(separator: " ")
    let session = try TerminalSession(
      "/bin/sh",
      arguments: [
        "-c", "TERM=\(terminal) \"$1\" \(line) >\"$2/out\"; echo ended", "sh", builtExecutable("eigentop"),
        home.path.string,
      ])
    #expect(try session.waitUntilEnded() == .exited(0))
    let text = String(decoding: session.output, as: UTF8.self)
    #expect(text.contains("ended") && text.contains("of 2 draws") == isShown && text.contains("\u{1b}[K") == isShown)
  }
}
