import Statistics

/// The selection procedure on models whose accuracies are all known, in many orders: what it would have cost and found, beside other ways
/// to spend as many probes.
public struct SelectionReplay: Sendable, Equatable {
  /// What is replayed.
  public struct Setting: Sendable, Equatable {
    /// α of each model.
    public var keys: [Double]
    /// Larger is better.
    public var accuracies: [Double]
    /// Accuracies of the same models at earlier checkpoints, in the order of training, for successive halving; it takes no model that lacks
    /// one (nil).
    public var earlier: [[Double?]]
    /// M.
    public var parallel: Int
    public var shuffleCount: Int
    /// The greatest loss of accuracy that counts as none, in the metric's unit; inclusive, but for rounding.
    public var tolerance: Double

    public init(
      keys: [Double], accuracies: [Double], earlier: [[Double?]] = [], parallel: Int, shuffleCount: Int,
      tolerance: Double
    ) {
      (self.keys, self.accuracies, self.earlier) = (keys, accuracies, earlier)
      (self.parallel, self.shuffleCount, self.tolerance) = (parallel, shuffleCount, tolerance)
    }
  }

  /// n.
  public let modelCount: Int
  /// M.
  public let parallel: Int
  public let shuffleCount: Int
  /// The greatest loss of accuracy that counts as none, in the metric's unit.
  public let tolerance: Double
  /// How many models each step offers: M, and what is left in the last.
  public let batchSizes: [Int]

  public let selection: SelectionOutcome
  /// Models at random, in each shuffle and step as many as the procedure probed.
  public let random: SelectionOutcome
  /// The procedure by keys dealt out anew: what it finds without knowing anything.
  public let shuffledKey: SelectionOutcome
  /// Nil without accuracies at earlier checkpoints.
  public let successiveHalving: SelectionOutcome?
  /// Of how many models successive halving could choose: those with all of these accuracies.
  public let halvedCount: Int
  public let growth: HarmonicGrowth

  /// Shuffle r takes three permutations from numpy's `RandomState(r)`: the order of the models, that of the random choice (and of successive
  /// halving), and that of the shuffled keys.
  ///
  /// Nil for fewer than two models, M < 2, no shuffle, lists of different lengths, and where a number is not finite.
  public init?(_ setting: Setting) {
    let (keys, accuracies, earlier) = (setting.keys, setting.accuracies, setting.earlier)
    let (parallel, shuffleCount, tolerance) = (setting.parallel, setting.shuffleCount, setting.tolerance)
    let n = keys.count
    guard n >= 2, accuracies.count == n, earlier.allSatisfy({ $0.count == n }), parallel >= 2, shuffleCount >= 1,
      (keys + accuracies + earlier.joined().compactMap { $0 }).allSatisfy(\.isFinite), let best = accuracies.max()
    else { return nil }
    let halvable = (0..<n).map { model in earlier.allSatisfy { $0[model] != nil } }
    let halves = !earlier.isEmpty && halvable.contains(true)
    let rungs = earlier.map { $0.map { $0 ?? -.infinity } } + [accuracies]
    let allowed = tolerance + 4 * best.ulp
    let batchSizes = Array(0..<n).batches(of: parallel).map(\.count)

    typealias Run = (probes: [Int], loss: Double)
    var (chosen, random, shuffled, halved): ([Run], [Run], [Run], [Run]) = ([], [], [], [])
    for shuffle in 0..<shuffleCount {
      var generator = MersenneTwister(seed: UInt32(truncatingIfNeeded: shuffle))
      let order = generator.permutation(n)
      let other = generator.permutation(n)
      let dealt = generator.permutation(n).map { keys[$0] }

      let run = Self.run(order, keys, accuracies, parallel)
      let budget = run.probes.reduce(0, +)
      let luck = other.prefix(budget).map { accuracies[$0] }.max() ?? -.infinity
      chosen.append((run.probes, best - run.accuracy))
      random.append((run.probes, best - luck))
      let blind = Self.run(order, dealt, accuracies, parallel)
      shuffled.append((blind.probes, best - blind.accuracy))
      if halves {
        let halving = SuccessiveHalving(order: other.filter { halvable[$0] }, rungs: rungs, budget: budget)
        halved.append((halving.probes, best - halving.accuracy))
      }
    }
    modelCount = n
    self.parallel = parallel
    self.shuffleCount = shuffleCount
    self.tolerance = tolerance
    self.batchSizes = batchSizes
    selection = SelectionOutcome(chosen, tolerance: allowed)
    self.random = SelectionOutcome(random, tolerance: allowed)
    shuffledKey = SelectionOutcome(shuffled, tolerance: allowed)
    successiveHalving = halves ? SelectionOutcome(halved, tolerance: allowed) : nil
    halvedCount = halves ? halvable.count { $0 } : 0
    growth = HarmonicGrowth(probesPerStep: selection.probesPerStep, parallel: parallel)
  }

  /// The probes of every step, and the best accuracy among them.
  private static func run(
    _ order: [Int], _ keys: [Double], _ accuracies: [Double], _ parallel: Int
  ) -> (probes: [Int], accuracy: Double) {
    var procedure = SelectionProcedure(parallel: parallel)
    for batch in order.batches(of: parallel) {
      let inside = procedure.batch(of: batch.map { keys[$0] }).map { batch[$0] }
      procedure.record(inside.map { SelectionProcedure.Probe(key: keys[$0], accuracy: accuracies[$0]) })
    }
    return (procedure.steps.map(\.probeCount), procedure.bestAccuracy ?? -.infinity)
  }
}
