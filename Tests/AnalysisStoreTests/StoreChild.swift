import Foundation
import Glibc
import TerminalEmulation

/// A process that stores examples (`StoreFixture`).
final class StoreChild {
  private let process = Process()
  private let output = Pipe()
  private let errorPipe = Pipe()
  private let ended: AsyncStream<Void>

  init(_ directory: StoreDirectory, first: Int, count: Int) throws {
    let (ended, continuation) = AsyncStream.makeStream(of: Void.self)
    self.ended = ended
    process.executableURL = URL(fileURLWithPath: builtExecutable("StoreFixture"))
    process.arguments = [directory.file.removingLastComponent().string, String(first), String(count)]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errorPipe
    process.terminationHandler = { _ in continuation.finish() }
    try process.run()
  }

  var status: Int32 { process.terminationStatus }
  private(set) var errors = ""

  /// Waits until it has stored so many more examples.
  func stored(_ count: Int) {
    var lines = 0
    while lines < count {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { return }
      lines += data.count { $0 == UInt8(ascii: "\n") }
    }
  }

  func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

  /// Waits for its end.
  func end() async {
    _ = output.fileHandleForReading.readDataToEndOfFile()
    errors = String(decoding: errorPipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    for await _ in ended {}
  }
}
