import Dashboard
import FileFixtures
import Foundation
import Testing

@testable import eigentop

@Suite("The manual page")
struct ManualPageTests {
  private func page() throws -> [String] {
    ManualPage(of: try CommandDescription.program(), keymap: .standard).lines
  }

  /// Every command, however deep.
  private func commands(of command: CommandDescription) -> [CommandDescription] {
    [command] + command.visibleSubcommands.flatMap(commands)
  }

  @Test("Every command, option and key of the program's tables is in it")
  func complete() throws {
    let program = try CommandDescription.program()
    // Bytes: characters would take a minute.
    let bytes = Data(try page().joined(separator: "\n").utf8)
    func holds(_ text: String) -> Bool { bytes.range(of: Data(text.utf8)) != nil }
    let commands = commands(of: program)
    #expect(commands.count > 15)
    for command in commands.dropFirst() {
      #expect(holds(".SS \"\(RoffText.escaped(command.invocation))\""), "\(command.invocation)")
      for argument in command.visibleArguments {
        for name in argument.names ?? [] {
          #expect(holds("\\fB\(RoffText.escaped(name.text))\\fR"), "\(command.invocation) \(name.text)")
        }
        if argument.kind == .positional, let name = argument.valueName {
          #expect(holds("\\fI\(RoffText.escaped(name))\\fR"), "\(command.invocation) \(name)")
        }
      }
    }
    for entry in Keymap.standard.entries {
      let keys = RoffText.escaped(entry.keys.map(\.description).joined(separator: " "))
      #expect(holds("\\fB\(keys)\\fR"), "\(entry.name)")
      #expect(holds("(\(RoffText.escaped(entry.name)))"), "\(entry.name)")
    }
  }

  @Test("An option that several commands have is described once, and named with each of them")
  func shared() throws {
    let lines = try page()
    #expect(lines.count { $0.hasPrefix("\\fB\\-\\-fit\\-range\\fR \\fIfirst...last") } == 1)
    #expect(lines.count { $0 == "\\fB\\-\\-json\\fR" } == 2, "that of watch is another")
    let joined = lines.joined(separator: " ")
    #expect(joined.components(separatedBy: "Also, see below:").count > 8)
  }

  @Test("Its source is ASCII in short lines, and none but ours are requests")
  func source() throws {
    let requests: Set = ["TH", "SH", "SS", "PP", "TP", "RS", "RE", "nf", "fi"]
    for line in try page() {
      #expect(line.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 } && !line.hasPrefix("'"), "\(line)")
      #expect(line.utf8.count <= 120 && !line.hasSuffix(" ") && !line.isEmpty, "\(line)")
      if line.hasPrefix(".") { #expect(requests.contains(String(line.dropFirst().prefix { $0 != " " })), "\(line)") }
    }
  }

  @Test("Text means itself, whatever it contains")
  func escaping() {
    #expect(RoffText.escaped("--k'\"`^~\\ α−😀") == "\\-\\-k\\(aq\\(dq\\(ga\\(ha\\(ti\\e \\[u03B1]\\[u2212]\\[u1F600]")
    var page = RoffText(title: "t", section: 1, source: "s", manual: "m")
    page.paragraph(".dot")
    page.example(["'quoted", ".nf"])
    #expect(page.lines.dropFirst() == [".PP", "\\&.dot", ".RS 4", ".nf", "\\(aqquoted", "\\&.nf", ".fi", ".RE"])
  }

  @Test("Two runs print the same, which names the version and no day")
  func reproducible() async throws {
    let directory = try TemporaryDirectory()
    let first = try await Eigentop(["manual"], in: directory, environment: ["TZ": "UTC"])
    let second = try await Eigentop(["manual"], in: directory, environment: ["TZ": "Asia/Tokyo", "LANG": "C"])
    #expect(first.status == 0 && first.output == second.output && first.errors.isEmpty)
    #expect(
      first.lines.first == ".TH \"EIGENTOP\" \"1\" \"\" \"eigentop \(eigentop.Eigentop.version)\" \"User Commands\"")
    #expect(try await !Eigentop(["--help"], in: directory).output.contains("manual"), "it is for packagers")
  }
}
