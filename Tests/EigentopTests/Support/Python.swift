import FileFixtures
import Foundation

/// A finished run of one of the scripts in `Training`.
struct Python {
  let status: Int32
  let output: String
  let errors: String

  static let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Training")

  /// Whether there is a Python that can run them.
  static var hasNumpy: Bool {
    get async throws { try await Python(["-c", "import numpy"], in: TemporaryDirectory()).status == 0 }
  }

  /// Runs a script of that name to its end.
  init(script: String, _ arguments: [String] = [], in directory: TemporaryDirectory) async throws {
    try await self.init([Self.scripts.appending(path: script).path] + arguments, in: directory)
  }

  private init(_ arguments: [String], in directory: TemporaryDirectory) async throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // No `__pycache__` among the sources; one thread, as the tests share the processors.
    process.arguments = ["OPENBLAS_NUM_THREADS=1", "LANG=C.UTF-8", "python3", "-B"] + arguments
    process.currentDirectoryURL = directory.url
    let streams = try TemporaryDirectory()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: streams.write("", to: "out")))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: streams.write("", to: "err")))
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch { ended.resume(throwing: error) }
    }
    status = process.terminationStatus
    output = String(decoding: try streams.read("out"), as: UTF8.self)
    errors = String(decoding: try streams.read("err"), as: UTF8.self)
  }
}
