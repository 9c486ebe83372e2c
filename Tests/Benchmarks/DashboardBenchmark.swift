import Foundation
import TerminalEmulation

/// The dashboard on the sample data, in a pseudo-terminal: how soon it is there, and what it keeps.
struct DashboardBenchmark {
  let repetitions: Int

  private let program = builtExecutable("eigentop")
  private static let sampleData = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SampleData").path(percentEncoded: false)

  init(repetitions: Int) { self.repetitions = repetitions }

  /// Whether eigentop has been built beside this program.
  var isPossible: Bool { FileManager.default.isExecutableFile(atPath: program) }

  /// The time to the first frame, alone and, where there is one, over that of a control run in turn.
  func firstFrame(beside control: CursesControl?) throws -> [Figure] {
    var own: [Double] = []
    var others: [Double] = []
    // The first ones warm up.
    for _ in 0...repetitions {
      own.append(try Self.millisecondsToFirstFrame(program, [Self.sampleData]))
      if let executable = control?.executable { others.append(try Self.millisecondsToFirstFrame(executable, [])) }
    }
    own.removeFirst()
    let alone = Figure("first frame", "from fork to the first frame of `eigentop SampleData`", unit: "ms", samples: own)
    guard !others.isEmpty else { return [alone] }
    others.removeFirst()
    return [
      alone,
      Figure("first frame, bare ncurses", "the same for a C program that only paints", unit: "ms", samples: others),
      Figure(
        "first frame over ncurses", "eigentop / the C program", unit: "ratio", samples: zip(own, others).map { $0 / $1 }
      ),
    ]
  }

  /// What the dashboard holds in memory once all sample dumps are analysed.
  func residentMemory() throws -> Figure {
    let samples = try (0..<3).map { _ in try Self.residentMebibytes(program, [Self.sampleData]) }
    return Figure("resident memory", "VmRSS with all of SampleData analysed", unit: "MiB", samples: samples)
  }

  private static func millisecondsToFirstFrame(_ program: String, _ arguments: [String]) throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    let session = try TerminalSession(program, arguments: arguments)
    try session.wait(for: "the first frame") { !session.traceLines.isEmpty }
    // Its end, for which the clock must not run, is the program's.
    return withExtendedLifetime(session) { (clock.now - start) / .milliseconds(1) }
  }

  private static func residentMebibytes(_ program: String, _ arguments: [String]) throws -> Double {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    // The shell becomes the program and so tells its number.
    let session = try TerminalSession(
      "/bin/sh",
      arguments: ["-c", "echo $$ > \"$0\" && exec \"$@\"", file.path(percentEncoded: false), program] + arguments)
    try session.waitForText("all analysed")
    let pid = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8).split(separator: "\n")
    let line = status.first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { $0.split(whereSeparator: \.isWhitespace).dropFirst().first }.flatMap { Double($0) }
      .map { $0 / 1024 } ?? .nan
  }
}
