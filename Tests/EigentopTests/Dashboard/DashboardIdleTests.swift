import Foundation
import TerminalEmulation
import Testing

@Suite("A dashboard that has nothing to do, or not yet")
struct DashboardIdleTests {
  @Test("has shown its first frame before it looks at the first file")
  func firstFrame() throws {
    let training = try TrainingDirectory()
    let session = try startDashboard(in: training.path)
    try session.waitForTrace { $0.frame == 1 }
    let first = try #require(session.traceLines.first)
    #expect(first.frame == 1 && first.queued == 0 && first.running == 0)
    try session.waitUntilAnalysed()
  }

  @Test("does not wake up: none of its threads is switched to")
  func noWakeUps() throws {
    let training = try TrainingDirectory()
    // The shell becomes the program and so tells its number.
    let session = try TerminalSession(
      "/bin/sh",
      arguments: [
        "-c", "cd \"$1\" && echo $$ > pid && exec \"$2\" .", "sh", training.path, builtExecutable("eigentop"),
      ])
    try session.waitUntilAnalysed()
    let pid = String(decoding: try training.directory.read("pid"), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)

    // That nothing happens can only be seen by looking for a while: until a second (the shortest wait that a session
    // knows) has passed without a switch. The first one nearly always does; a thread that the system's libraries kept
    // for reuse and give up may spoil it, once.
    var isQuiet = false
    for _ in 1...5 where !isQuiet {
      let before = try contextSwitches(of: pid)
      let frames = session.traceLines.count
      _ = try? session.wait(within: .milliseconds(1)) { session.traceLines.count > frames }
      isQuiet = try contextSwitches(of: pid) == before
    }
    #expect(isQuiet)
  }

  /// Voluntary and involuntary switches of every thread of a process.
  private func contextSwitches(of pid: String) throws -> [String: [Substring]] {
    let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")
    return try Dictionary(
      uniqueKeysWithValues: threads.map { thread in
        let status = try String(contentsOfFile: "/proc/\(pid)/task/\(thread)/status", encoding: .utf8)
        return (thread, status.split(separator: "\n").filter { $0.contains("ctxt_switches") })
      })
  }
}
