import FileFixtures
import Foundation
import TerminalEmulation

/// What the dashboard holds in memory once all sample dumps are analysed.
struct ResidentMemoryBenchmark {
  struct NoStatus: Error, CustomStringConvertible {
    let description = "/proc tells no resident memory"
  }

  func figures(of controls: DashboardControls) throws -> [Figure] {
    guard let eigentop = controls.eigentop else { return [] }
    let samples = try (0..<3).map { _ in try Self.residentMebibytes(eigentop, [DashboardControls.sampleData]) }
    return [Figure("resident memory", "VmRSS with all of SampleData analysed", unit: "MiB", samples: samples)]
  }

  private static func residentMebibytes(_ program: String, _ arguments: [String]) throws -> Double {
    let directory = try TemporaryDirectory()
    // The shell becomes the program and so tells its number.
    let session = try TerminalSession(
      "/bin/sh",
      arguments: ["-c", "echo $$ > \"$0\" && exec \"$@\"", "\(directory.path)/pid", program] + arguments)
    try session.wait(for: "the end of all analyses") {
      session.screenText[0].contains("all analysed") && !session.screenText[0].contains("intervals")
    }
    let pid = try String(decoding: directory.read("pid"), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8).split(separator: "\n")
    let line = status.first { $0.hasPrefix("VmRSS:") }
    guard let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) }) else {
      throw NoStatus()
    }
    return kibibytes / 1024
  }
}
