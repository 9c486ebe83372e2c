import FileFixtures
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
    /// Of all its threads, in programs and in the kernel.
    let processorSeconds: Double
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
    report = directory.path.appending("launch-report")
  }

  /// Runs a program, looked up in `PATH`, with its arguments. BLAS libraries get one thread, unless the program decides.
  /// Throws `Failure` unless it ends with status 0.
  ///
  /// - Parameter isHeard: whether what it prints is kept; else nobody reads it.
  func run(_ words: [String], environment: [String: String] = [:], isHeard: Bool = true) throws -> Run {
    let one = ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"].map { ($0, "1") }
    let command = Command(
      words: [control.executable, report.string] + words,
      environment: environment.merging(one) { $1 }, isHeard: isHeard)
    let (status, output) = try command.run()
    guard status == 0 else { throw Failure(words: words) }
    let fields = try String(contentsOfFile: report.string, encoding: .utf8).split(whereSeparator: \.isWhitespace)
      .compactMap { Double($0) }
    guard fields.count == 4, fields[3] == 0 else { throw Failure(words: words) }
    return Run(seconds: fields[0], processorSeconds: fields[1], mebibytes: fields[2] / 1024, output: output)
  }
}
