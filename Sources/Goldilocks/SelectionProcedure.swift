/// Model selection on a budget: of every batch of models only those are probed whose key, α in the first place, lies where the best
/// of those probed so far do.
///
/// Source: fastssl's `model_selection_sim.py` (Agrawal et al. 2022). Of all probed the best ⌊M/2⌋ by accuracy are kept, of equal ones the
/// earlier. The lower bound becomes the least key among these, unless that is the least of all probed: then nothing worse lies beyond it,
/// and the bound keeps its value. The upper bound likewise. (The published script compares by value, so that ties widen its bounds, and
/// fails with M or fewer models.)
public struct SelectionProcedure: Sendable, Equatable {
  /// A model whose accuracy is known.
  public struct Probe: Sendable, Equatable {
    public let key: Double
    /// Larger is better.
    public let accuracy: Double

    public init(key: Double, accuracy: Double) {
      self.key = key
      self.accuracy = accuracy
    }
  }

  /// A batch, and what it left of the bounds.
  public struct Step: Sendable, Equatable {
    public let probeCount: Int
    public let bounds: ClosedRange<Double>
  }

  /// M, at least 2.
  public let parallel: Int
  /// Where to probe, bounds included; −∞ and ∞ where there is none. They only ever come closer.
  public private(set) var bounds = -Double.infinity...Double.infinity
  /// In their order.
  public private(set) var steps: [Step] = []

  /// The ⌊M/2⌋ best so far, the best first.
  private var best: [Probe] = []
  private var probedKeys: ClosedRange<Double>?

  /// - Parameter parallel: M, how many models there are in a batch; what is less than 2 counts as 2.
  public init(parallel: Int) { self.parallel = max(2, parallel) }

  /// How many models have been probed.
  public var probeCount: Int { steps.reduce(0) { $0 + $1.probeCount } }
  /// nil before the first probe.
  public var bestAccuracy: Double? { best.first?.accuracy }

  /// Which models of a batch to probe: the places of the keys that lie inside the bounds.
  public func batch(of keys: [Double]) -> [Int] { keys.indices.filter { bounds.contains(keys[$0]) } }

  /// Ends a step with what was found of its batch, in the order of the batch. Probes that are no numbers do not count.
  public mutating func record(_ batch: [Probe]) {
    let probes = batch.filter { $0.key.isFinite && $0.accuracy.isFinite }
    let ranked = (best + probes).enumerated().sorted { a, b in
      a.element.accuracy != b.element.accuracy ? a.element.accuracy > b.element.accuracy : a.offset < b.offset
    }
    best = ranked.prefix(parallel / 2).map(\.element)
    for probe in probes {
      let known = probedKeys ?? probe.key...probe.key
      probedKeys = min(known.lowerBound, probe.key)...max(known.upperBound, probe.key)
    }
    narrow()
    steps.append(Step(probeCount: probes.count, bounds: bounds))
  }

  private mutating func narrow() {
    guard let probedKeys, let least = best.map(\.key).min(), let greatest = best.map(\.key).max() else { return }
    let lower = least > probedKeys.lowerBound ? least : bounds.lowerBound
    let upper = greatest < probedKeys.upperBound ? greatest : bounds.upperBound
    bounds = lower...upper
  }
}
