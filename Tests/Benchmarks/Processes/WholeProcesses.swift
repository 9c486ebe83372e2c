import FileFixtures
import Foundation
import SystemPackage
import TerminalEmulation

/// What is needed to run eigentop as a whole against others.
struct WholeProcesses {
  let directory: TemporaryDirectory
  let eigentop = builtExecutable("eigentop")
  /// Nil where eigentop has not been built beside this program, or there is no C compiler.
  let launcher: Launcher?
  /// Nil without a C compiler or OpenBLAS's headers.
  let limit: CompiledControl?
  let peers: [PythonPeer]

  init(in directory: TemporaryDirectory) throws {
    self.directory = directory
    let isBuilt = FileManager.default.isExecutableFile(atPath: eigentop)
    if !isBuilt { note("eigentop is not built beside the benchmarks: it is left out (swift build -c release)") }
    launcher = isBuilt ? try Launcher(in: directory) : nil
    limit = try CompiledControl("limit", linking: ["openblas", "m"], in: directory)
    peers = try PythonPeer.importable()
  }

  /// `analyze` in double precision, one record per dump.
  func analysis(_ path: FilePath, threads: Int, arguments: [String] = []) -> [String] {
    [
      eigentop, "analyze", path.string, "--json", "--no-cache", "--threads", "\(threads)", "--precision", "float64",
    ] + arguments
  }
}
