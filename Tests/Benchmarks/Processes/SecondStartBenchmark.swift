import Foundation
import SystemPackage

/// eigentop on a tree of small dumps whose results it remembers, against `find` asking for the size and time of the same files.
struct SecondStartBenchmark {
  let effort: Effort

  private static let shape = Shape(rows: 200, columns: 64)
  private static let dumpsPerRun = 10

  private struct MissingResults: Error, CustomStringConvertible {
    let description: String
  }

  func figures(of processes: WholeProcesses) throws -> [Figure] {
    guard let launcher = processes.launcher else { return [] }
    let tree = try processes.directory.makeDirectory("tree")
    let empty = try processes.directory.makeDirectory("empty")
    let home = try processes.directory.makeDirectory("home")
    defer { [tree, empty, home].forEach { try? processes.directory.remove($0) } }
    try writeDumps(below: tree)

    // Neither results nor settings of whoever measures.
    let environment = ["XDG_CACHE_HOME": home.string, "XDG_CONFIG_HOME": home.string]
    func start(on directory: FilePath, isHeard: Bool = false) throws -> Launcher.Run {
      try launcher.run(
        [processes.eigentop, "watch", "--once", directory.string], environment: environment, isHeard: isHeard)
    }
    try requireResults(in: start(on: tree, isHeard: true).output)
    try requireResults(in: start(on: tree, isHeard: true).output)

    var samples: [(start: Launcher.Run, find: Launcher.Run, empty: Launcher.Run)] = []
    for _ in 0..<effort.slowRepetitions {
      let find = try launcher.run(["find", tree.string, "-printf", "%p %s %T@\\n"], isHeard: false)
      samples.append((try start(on: tree), find, try start(on: empty)))
    }
    let dumps = "\(effort.dumpCount) dumps of \(Self.shape)"
    return [
      Figure(
        "second start over find", "\(dumps), all known: time of watch --once / find -printf",
        samples: samples.map { $0.start.seconds / $0.find.seconds }),
      Figure(
        "second start processor time over find", "the same, of processor time",
        samples: samples.map { $0.start.processorSeconds / $0.find.processorSeconds }),
      Figure(
        "second start memory", "peak − peak on an empty directory", unit: "MiB",
        samples: samples.map { $0.start.mebibytes - $0.empty.mebibytes }),
    ]
  }

  /// Runs with ten checkpoints each.
  private func writeDumps(below tree: FilePath) throws {
    for run in 0..<effort.dumpCount / Self.dumpsPerRun {
      let directory = tree.appending("lambd_0.\(10 + run % 40)_seed_\(run)")
      try FileManager.default.createDirectory(atPath: directory.string, withIntermediateDirectories: false)
      for epoch in 0..<Self.dumpsPerRun {
        let dump = PowerLawDump(shape: Self.shape, seed: UInt64(run * Self.dumpsPerRun + epoch))
        try dump.write(to: directory.appending("features_epoch_\(epoch).npy"))
      }
    }
  }

  /// Throws unless there is an α of every dump.
  private func requireResults(in output: String) throws {
    let count = output.split(separator: "\n").count { $0.contains("α") }
    guard count == effort.dumpCount else {
      throw MissingResults(description: "\(count) results of \(effort.dumpCount) dumps")
    }
  }
}
