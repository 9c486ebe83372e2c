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
      NumpyArray.header("<i8", shape: [280]) + labels.withUnsafeBytes { Data($0) }, to: "labels.npy")
  }

  private func run(
    _ arguments: [String], _ environment: [String: String] = [:], isOutputClosed: Bool = false
  ) async throws -> Eigentop {
    try await Eigentop(
      arguments, in: directory, environment: ["HOME": home.path].merging(environment) { $1 },
      isOutputClosed: isOutputClosed)
  }

  @Test("--json prints what the committed schema says, and nothing on standard error", arguments: commands)
  func json(command: Command) async throws {
    let run = try await run(command.arguments + ["--json"])
    #expect(run.status == 0 && run.errors.isEmpty && run.output.hasSuffix("\n"), "\(run.errors)")
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

    let elsewhere = try await self.run(command.arguments + ["--json"], ["TERM": "dumb", "NO_COLOR": "1"])
    #expect(elsewhere.status == 0 && elsewhere.errors.isEmpty)
    if command.isSteady { #expect(elsewhere.output == run.output) }
  }

  @Test(
    "Without it there is text for people, which --quiet leaves as it is, and no escape sequence", arguments: commands)
  func text(command: Command) async throws {
    let quiet = try await run(command.arguments + ["--quiet"])
    #expect(quiet.status == 0 && quiet.errors.isEmpty, "\(quiet.errors)")
    #expect(!quiet.output.contains("\u{1b}"))
    guard command.isSteady else { return }
    #expect(!quiet.output.isEmpty)
    #expect(try await run(command.arguments, ["TERM": "dumb"]).output == quiet.output)
  }

  @Test("A reader that has gone away ends it quietly; wrong usage is status 64", arguments: commands)
  func endings(command: Command) async throws {
    let unread = try await run(command.arguments + ["--json"], isOutputClosed: true)
    #expect(unread.signal == SIGPIPE || unread.status == 0)
    #expect(unread.errors.isEmpty, "\(unread.errors)")
    let wrong = try await run(command.arguments + ["--nonsense"])
    #expect(wrong.status == 64 && wrong.output.isEmpty && wrong.errors.contains("--nonsense"))
  }

  @Test(
    "Progress is shown on a terminal that can go back on its line, and where nobody asked for quiet",
    arguments: [([], "xterm-256color", true), (["--quiet"], "xterm-256color", false), ([], "dumb", false)])
  func progress(options: [String], terminal: String, isShown: Bool) throws {
    let line = (["simulate", "--json"] + Self.smallSimulation + options).joined(separator: " ")
    let session = try TerminalSession(
      "/bin/sh",
      arguments: [
        "-c", "TERM=\(terminal) \"$1\" \(line) >\"$2/out\"; echo ended", "sh", builtExecutable("eigentop"), home.path,
      ])
    #expect(try session.waitUntilEnded() == .exited(0))
    let text = String(decoding: session.output, as: UTF8.self)
    #expect(text.contains("ended") && text.contains("of 2 draws") == isShown && text.contains("\u{1b}[K") == isShown)
  }
}
