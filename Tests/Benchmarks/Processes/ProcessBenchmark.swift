import Foundation
import SystemPackage

/// eigentop as a whole, from a file to α and to a full record, against the shortest way in C and the usual ones in Python:
/// one thread each, in turn.
struct ProcessBenchmark {
  let shape: Shape
  let effort: Effort

  /// Starting a program that does more costs as much, whatever it is given.
  private static let grantedSeconds = 0.02

  private struct Contender {
    enum Role { case eigentop, limit, peer }
    let name: String
    let role: Role
    let command: [String]
    var tolerance = 1e-9
  }

  func figures(of processes: WholeProcesses) throws -> [Figure] {
    guard let launcher = processes.launcher else { return [] }
    let path = processes.directory.path.appending("\(shape).npy")
    defer { try? processes.directory.remove(path) }
    try PowerLawDump(shape: shape, seed: 1).write(to: path)

    let contenders = contenders(of: processes, for: path)
    let runs = try runInTurn(contenders, by: launcher)
    return contenders.flatMap { contender in
      let own = runs[contender.name, default: []]
      let memory = Figure(
        "process \(shape) memory of \(contender.name)", "peak", unit: "MiB", samples: own.map(\.mebibytes))
      switch contender.role {
      case .eigentop: return compare(own, of: contender.name, with: runs["limit"]) + [memory]
      case .limit: return [memory]
      case .peer: return [compare(runs["alpha", default: []], with: own, of: contender.name), memory]
      }
    }
  }

  private func contenders(of processes: WholeProcesses, for path: FilePath) -> [Contender] {
    let alpha = processes.analysis(path, threads: 1, arguments: ["--measures", "alpha"])
    var contenders = [
      Contender(name: "alpha", role: .eigentop, command: alpha),
      Contender(name: "record", role: .eigentop, command: processes.analysis(path, threads: 1)),
    ]
    if let limit = processes.limit {
      contenders.append(Contender(name: "limit", role: .limit, command: [limit.executable, path.string]))
    }
    let peers = processes.peers.filter { $0.takesFewRows || shape.rows >= shape.columns }
    return contenders
      + peers.map {
        Contender(name: $0.rawValue, role: .peer, command: $0.command(path.string), tolerance: $0.tolerance)
      }
  }

  private func compare(_ alpha: [Launcher.Run], with peer: [Launcher.Run], of name: String) -> Figure {
    Figure(
      "process \(shape) alpha over \(name)", "time of eigentop for α / \(name)",
      samples: zip(alpha, peer).map { $0.seconds / $1.seconds })
  }

  private func compare(_ own: [Launcher.Run], of name: String, with limit: [Launcher.Run]?) -> [Figure] {
    guard let limit else { return [] }
    let pairs = zip(own, limit)
    return [
      Figure(
        "process \(shape) \(name) over limit", "time of eigentop / limit.c",
        samples: pairs.map { $0.seconds / $1.seconds }),
      Figure(
        "process \(shape) \(name) less 20 ms", "the same, with 20 ms granted",
        samples: pairs.map { ($0.seconds - Self.grantedSeconds) / $1.seconds }),
      Figure(
        "process \(shape) \(name) memory over limit", "peak of eigentop − peak of limit.c", unit: "MiB",
        samples: pairs.map { $0.mebibytes - $1.mebibytes }),
    ]
  }

  /// All runs of every contender by its name. Throws `Alphas.Disagreement` if they do not find the same α.
  private func runInTurn(_ contenders: [Contender], by launcher: Launcher) throws -> [String: [Launcher.Run]] {
    var runs: [String: [Launcher.Run]] = [:]
    for _ in 0..<effort.slowRepetitions {
      var first: Alphas?
      for contender in contenders {
        let run = try launcher.run(contender.command)
        let alphas = try Alphas(in: run.output)
        try alphas.requireAgreement(
          with: first ?? alphas, to: contender.tolerance,
          between: "\(contender.name) and \(contenders[0].name), \(shape)")
        first = first ?? alphas
        runs[contender.name, default: []].append(run)
      }
    }
    return runs
  }
}
