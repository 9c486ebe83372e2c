/// What a way of choosing a model cost and found, over many shuffles of the models.
public struct SelectionOutcome: Sendable, Equatable {
  /// Probes made, shuffle by shuffle.
  public let probeCounts: [Int]
  /// The best accuracy of all models less that of the best one probed, shuffle by shuffle, in the metric's unit; 0 where that is the best.
  public let losses: [Double]
  /// Mean number of probes in each step.
  public let probesPerStep: [Double]
  /// Share of shuffles that lost no more than was tolerated.
  public let withinTolerance: Double

  /// - Parameters:
  ///   - runs: of each shuffle, the probes of every step and the loss.
  ///   - tolerance: the greatest loss that counts as none.
  init(_ runs: [(probes: [Int], loss: Double)], tolerance: Double) {
    let count = Double(runs.count)
    probeCounts = runs.map { $0.probes.reduce(0, +) }
    losses = runs.map(\.loss)
    let stepCount = runs.map(\.probes.count).max() ?? 0
    probesPerStep = (0..<stepCount).map { step in
      Double(runs.reduce(0) { $0 + ($1.probes.indices.contains(step) ? $1.probes[step] : 0) }) / count
    }
    withinTolerance = Double(runs.count { $0.loss <= tolerance }) / count
  }

  public var probesMean: Double { Double(probeCounts.reduce(0, +)) / Double(probeCounts.count) }
  /// Share of shuffles that found the best of all models, or one as good.
  public var exactBest: Double { Double(losses.count { $0 == 0 }) / Double(losses.count) }
  public var meanLoss: Double { losses.reduce(0, +) / Double(losses.count) }
  public var maxLoss: Double { losses.max() ?? 0 }
}
