import Foundation
import SystemPackage

/// Runs whole processes from a small one, which does not count towards their memory.
struct Launcher {
  private let control: CompiledControl
  private let report: FilePath

  /// What a process took and said.
  struct Run {
    /// From before its start until after its end, on the clock.
    let seconds: Double
    /// The greatest resident set.
    let mebibytes: Double
    let output: String
  }

  struct Failure: Error, CustomStringConvertible {
    let words: [String]
    var description: String { "failed: " + words.joined(separator: " ") }
  }

  init?(in directory: TemporaryDirectory) throws {
    guard let control = try CompiledControl("launch", in: directory) else { return nil }
    self.control = control
    report = directory.path("launch-report")
  }

  /// Runs a program, looked up in `PATH`, with its arguments. BLAS libraries get one thread, unless the program decides.
  /// Throws `Failure` unless it ends with status 0.
  func run(_ words: [String]) throws -> Run {
    let one = ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"].map { ($0, "1") }
    let command = Command(
      words: [control.executable, report.string] + words, environment: Dictionary(uniqueKeysWithValues: one))
    let (status, output) = try command.run()
    guard status == 0 else { throw Failure(words: words) }
    let fields = try String(contentsOfFile: report.string, encoding: .utf8).split(whereSeparator: \.isWhitespace)
      .compactMap { Double($0) }
    guard fields.count == 3, fields[2] == 0 else { throw Failure(words: words) }
    return Run(seconds: fields[0], mebibytes: fields[1] / 1024, output: output)
  }
}
