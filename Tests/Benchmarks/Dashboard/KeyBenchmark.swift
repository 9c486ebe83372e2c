import FileFixtures
import Foundation
import NumericalTesting
import SystemPackage
import TerminalEmulation

/// How long a key waits for its frame while the dashboard computes on all cores, beside the echo of a C program in a
/// pseudo-terminal of its own at the same time.
struct KeyBenchmark {
  let effort: Effort

  private static let keysPerRound = 200
  private static let warmUpKeys = 5

  struct Idle: Error, CustomStringConvertible {
    let description = "key to frame: the dashboard had no more to compute before all keys were pressed"
  }

  func figures(beside controls: DashboardControls, in directory: TemporaryDirectory) throws -> [Figure] {
    guard let eigentop = controls.eigentop else { return [] }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let load = try directory.makeDirectory("load")
    defer { try? directory.remove(load) }
    try Self.fill(load, dumps: 40 * cores)
    let arguments = [load.string, "--threads", "\(cores)", "--no-cache"]
    let rounds = try (0..<effort.slowRepetitions).map { round in
      try Self.round(
        TerminalSession(eigentop, arguments: arguments), controls.echo.map { try TerminalSession($0.executable) },
        cores: cores, seed: UInt64(round))
    }
    let own = rounds.map { $0.own.percentile(99) }
    let figure = Figure(
      "key to frame", "99th percentile while \(cores) threads compute", unit: "ms", samples: own)
    guard controls.echo != nil else { return [figure] }
    let echoes = rounds.map { $0.echo.percentile(99) }
    return [
      figure,
      Figure("key to frame of echo", "the same for a C program's echo beside it", unit: "ms", samples: echoes),
      Figure("key to frame over echo", "eigentop / the C program", samples: zip(own, echoes).map { $0 / $1 }),
      Figure(
        "key to frame median", "50th percentile", unit: "ms", samples: rounds.map { $0.own.percentile(50) }),
    ]
  }

  /// A dump under many names: enough to compute for much longer than a round takes.
  private static func fill(_ directory: FilePath, dumps count: Int) throws {
    let first = directory.appending("0.npy")
    try PowerLawDump(shape: Shape(rows: 10_000, columns: 2048), seed: 1).write(to: first)
    for number in 1..<count {
      try FileManager.default.linkItem(atPath: first.string, toPath: directory.appending("\(number).npy").string)
    }
  }

  /// Milliseconds of all keys of one round, pressed in turn.
  private static func round(
    _ dashboard: TerminalSession, _ echo: TerminalSession?, cores: Int, seed: UInt64
  ) throws -> (own: [Double], echo: [Double]) {
    try dashboard.waitForTrace { $0.running >= cores }
    try echo?.waitForTrace { $0.keys == 0 }
    var generator = SeededGenerator(seed: seed)
    var own: [Double] = []
    var others: [Double] = []
    for count in 1...(warmUpKeys + keysPerRound) {
      let key = count.isMultiple(of: 2) ? "k" : "j"
      // Not in step with what the program does by itself.
      usleep(.random(in: 2_000...20_000, using: &generator))
      own.append(try press(key, times: count, in: dashboard))
      guard let echo else { continue }
      usleep(.random(in: 2_000...20_000, using: &generator))
      others.append(try press(key, times: count, in: echo))
    }
    guard let last = dashboard.traceLines.last, last.queued > 0 else { throw Idle() }
    return (Array(own.dropFirst(warmUpKeys)), Array(others.dropFirst(warmUpKeys)))
  }

  private static func press(_ key: String, times count: Int, in session: TerminalSession) throws -> Double {
    try milliseconds {
      session.send(key)
      try session.wait(for: "the frame of key \(count)") { (session.traceLines.last?.keys ?? 0) >= count }
    }
  }
}
