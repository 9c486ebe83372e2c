import FileFixtures
import Foundation
import TerminalEmulation

/// A finished run of the program without a terminal.
struct Eigentop {
  /// Exit status, 0 where a signal ended it.
  let status: Int32
  /// The signal that ended it, 0 where it ended by itself.
  let signal: Int32
  let output: String
  let errors: String

  /// Runs it to its end.
  /// - Parameters:
  ///   - directory: where it runs; what it prints goes to files outside of it.
  ///   - environment: what is set beside language and terminal.
  ///   - isOutputClosed: standard output is a pipe from which nobody reads any more.
  ///   - program: another one of this package.
  init(
    _ arguments: [String] = [], in directory: TemporaryDirectory, environment: [String: String] = [:],
    isOutputClosed: Bool = false, program: String = "eigentop"
  ) async throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: builtExecutable(program))
    process.arguments = arguments
    process.currentDirectoryURL = directory.url
    process.environment = ["LANG": "C.UTF-8", "TERM": "xterm-256color"].merging(environment) { $1 }
    // Files, unlike pipes, are never full.
    let streams = try TemporaryDirectory()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: streams.write("", to: "out")))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: streams.write("", to: "err")))
    if isOutputClosed {
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      process.standardOutput = pipe
    }
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch { ended.resume(throwing: error) }
    }
    let isKilled = process.terminationReason == .uncaughtSignal
    status = isKilled ? 0 : process.terminationStatus
    signal = isKilled ? process.terminationStatus : 0
    output = String(decoding: try streams.read("out"), as: UTF8.self)
    errors = String(decoding: try streams.read("err"), as: UTF8.self)
  }

  var lines: [Substring] { output.split(separator: "\n") }

  /// The records of `analyze --json`.
  func records() throws -> [Record] { try JSONDecoder().decode([Record].self, from: Data(output.utf8)) }
}
