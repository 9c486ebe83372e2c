import Foundation
import Glibc

/// Replays the sample sweep into a directory as if it were being trained: checkpoints arrive, a dump grows, a run collapses,
/// another falls silent, and one file is broken.
///
/// Everything that is written is a copy of the sample data, which are results of real training.
struct DemoReplay {
  /// Something that is written at a moment of the replay.
  struct Step: Comparable {
    enum Deed: Equatable {
      /// All at once, under a hidden name first.
      case put(Data)
      /// Behind what is there already.
      case append(Data)
    }

    /// Seconds after the beginning.
    let time: Double
    /// Below the directory.
    let file: String
    let deed: Deed

    static func < (a: Step, b: Step) -> Bool { a.time < b.time }
  }

  /// In the order of their times.
  let steps: [Step]

  /// Seconds between the epochs of a run.
  private static let epochTime = 2.5
  private static let epochCount = 8

  /// Plans the replay of the sample data in `samples`.
  init(_ samples: URL) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: samples.path).filter { $0.hasPrefix("lambd_") }
    var steps: [Step] = []
    for (index, name) in names.sorted().enumerated() {
      steps += try Self.run(name, samples, start: 0.3 * Double(index % 10))
    }
    // A writer that was interrupted: the header promises more than there is.
    if let whole = try? Data(contentsOf: samples.appending(path: Self.features("untrained", epoch: 0))) {
      steps.append(Step(time: 1, file: "interrupted/features_epoch_000.npy", deed: .put(whole.prefix(whole.count / 3))))
    }
    steps.append(Step(time: 4, file: "broken/features.npy", deed: .put(Data("this is no array".utf8))))
    self.steps = steps.sorted()
  }

  /// Writes it all, in its own time; the calling thread sleeps in between.
  ///
  /// - Parameter speed: how many times as fast.
  func write(to directory: EphemeralDirectory, speed: Double) throws {
    let start = ContinuousClock.now
    for step in steps {
      let wait = step.time / speed - (ContinuousClock.now - start) / .seconds(1)
      if wait > 0 { Thread.sleep(forTimeInterval: wait) }
      try directory.write { try Self.perform(step, in: $0) }
    }
  }

  private static func perform(_ step: Step, in directory: URL) throws {
    let file = directory.appending(path: step.file)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    switch step.deed {
    case .put(let data): try put(data, at: file)
    case .append(let data):
      if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
      let handle = try FileHandle(forWritingTo: file)
      try handle.seekToEnd()
      try handle.write(contentsOf: data)
      try handle.close()
    }
  }

  private static func put(_ data: Data, at file: URL) throws {
    let hidden = file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent)")
    try data.write(to: hidden)
    guard rename(hidden.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}

// MARK: - Runs

extension DemoReplay {
  private static func features(_ run: String, epoch: Int) -> String {
    "\(run)/features_epoch_00\(epoch).npy"
  }

  private static func run(_ name: String, _ samples: URL, start: Double) throws -> [Step] {
    let settings = try Data(contentsOf: samples.appending(path: "\(name)/hparams.yaml"))
    let log = try String(contentsOf: samples.appending(path: "\(name)/metrics.csv"), encoding: .utf8)
    var steps = [Step(time: start, file: "\(name)/hparams.yaml", deed: .put(settings))]
    for epoch in 1...epochCount {
      let time = start + epochTime * Double(epoch)
      steps.append(Step(time: time, file: "\(name)/metrics.csv", deed: .put(Data(upTo(epoch, of: log).utf8))))
      let isLast = epoch == epochCount
      let heartbeat = #"{"state": "\#(isLast ? "finished" : "running")", "interval": \#(epochTime)}"#
      steps.append(Step(time: time, file: "\(name)/heartbeat", deed: .put(Data(heartbeat.utf8))))
      guard let dump = try? Data(contentsOf: samples.appending(path: features(name, epoch: epoch))) else { continue }
      // One run is slow to write its last features, the others put them there when they are whole.
      let isSlow = isLast && name == "lambd_0.004000_pdim_128"
      steps +=
        isSlow
        ? growing(dump, features(name, epoch: epoch), from: time)
        : [
          Step(time: time, file: features(name, epoch: epoch), deed: .put(dump))
        ]
    }
    // One dies on the way.
    return name == "lambd_0.000630_pdim_64" ? steps.filter { $0.time < start + 3.5 * epochTime } : steps
  }

  /// The header and the rows, in pieces.
  private static func growing(_ dump: Data, _ file: String, from start: Double) -> [Step] {
    let count = 40
    return (0..<count).map { piece in
      let bytes = dump[(dump.count * piece / count)..<(dump.count * (piece + 1) / count)]
      return Step(time: start + 0.5 * Double(piece), file: file, deed: .append(Data(bytes)))
    }
  }

  /// The header, and the rows of the first epochs.
  private static func upTo(_ epoch: Int, of log: String) -> String {
    let lines = log.split(separator: "\n")
    let kept = lines.dropFirst().filter { line in
      line.prefix { $0 != "," }.description.isEmpty == false
        && Int(line.prefix { $0 != "," }).map { $0 <= epoch } == true
    }
    return (lines.prefix(1) + kept).joined(separator: "\n") + "\n"
  }
}
