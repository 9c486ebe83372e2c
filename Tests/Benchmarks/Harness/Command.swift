import Foundation

/// A program that is run to its end.
struct Command {
  /// The program, looked up in `PATH`, and its arguments.
  let words: [String]
  /// Added to the environment.
  var environment: [String: String] = [:]
  /// Whether what it says on standard error is dropped.
  var isQuiet = false
  /// Whether what it says on standard output is read.
  var isHeard = true

  /// How it ended, and what it wrote to standard output.
  func run() throws -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = isHeard ? output : FileHandle.nullDevice
    if isQuiet { process.standardError = FileHandle.nullDevice }
    try process.run()
    let data = isHeard ? try output.fileHandleForReading.readToEnd() ?? Data() : Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
