/// The range of a key, α in the first place, within which the better half of some models lies.
///
/// One step of the selection procedure of fastssl's `model_selection_sim.py` with all models probed. A bound that no worse model
/// lies beyond is not known from the data, and nil.
public struct GoldilocksZone: Sendable, Equatable {
  public let lowerBound: Double?
  public let upperBound: Double?

  /// O(n log n). Nil for fewer than four models, and where the better half reaches over all of them: then there is nothing to see.
  ///
  /// - Parameters:
  ///   - keys: α of each model.
  ///   - scores: its accuracy; of equal ones the earlier counts as better.
  public init?(keys: [Double], scores: [Double]) {
    guard keys.count == scores.count, keys.count >= 4, let least = keys.min(), let greatest = keys.max() else {
      return nil
    }
    let order = keys.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
    let best = order.prefix(keys.count / 2).map { keys[$0] }
    lowerBound = best.min().flatMap { $0 > least ? $0 : nil }
    upperBound = best.max().flatMap { $0 < greatest ? $0 : nil }
    if lowerBound == nil, upperBound == nil { return nil }
  }
}
