import FileFixtures
import Foundation

/// A small C program to compare with, compiled by the system's `cc` for this machine.
struct CompiledControl {
  let executable: String

  static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Controls")

  /// Nil where there is no `cc`, or not what the program needs.
  init?(_ name: String, linking libraries: [String] = [], in directory: TemporaryDirectory) throws {
    executable = directory.path.appending(name).string
    let source = Self.sources.appending(path: "\(name).c").path(percentEncoded: false)
    let words = ["cc", "-O3", "-march=native", "-o", executable, source] + libraries.map { "-l\($0)" }
    guard try Command(words: words, isQuiet: true).run().status == 0 else {
      note("cc does not compile \(name).c: nothing is compared with it")
      return nil
    }
  }
}
