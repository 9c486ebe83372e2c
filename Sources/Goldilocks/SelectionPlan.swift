/// What to probe next among models of which some have been.
public struct SelectionPlan: Sendable, Equatable {
  /// After all that is known: what was probed enters in batches, as if the procedure had asked for it.
  public let procedure: SelectionProcedure
  /// Places of the models to probe next, at most M; empty where none is left inside the bounds.
  public let batch: [Int]
  /// How many models without an accuracy lie inside the bounds, the batch among them.
  public let candidateCount: Int
  /// How many lie outside, and need no probe.
  public let spareCount: Int

  /// Models are taken in the order of `RandomState(0).permutation`: those of neighbouring settings, which neighbouring names have, would
  /// say the same thing again.
  ///
  /// - Parameters:
  ///   - keys: finite, of every model.
  ///   - accuracies: nil for a model that has not been probed. Those of models that turn out to lie outside are not looked at.
  ///   - parallel: M ≥ 2.
  public init(keys: [Double], accuracies: [Double?], parallel: Int) {
    var generator = MersenneTwister(seed: 0)
    let order = generator.permutation(min(keys.count, accuracies.count))
    var procedure = SelectionProcedure(parallel: parallel)
    for batch in order.filter({ accuracies[$0] != nil }).batches(of: procedure.parallel) {
      procedure.record(
        procedure.batch(of: batch.map { keys[$0] }).compactMap { place in
          accuracies[batch[place]].map { SelectionProcedure.Probe(key: keys[batch[place]], accuracy: $0) }
        })
    }
    let unknown = order.filter { accuracies[$0] == nil }
    let batches = unknown.batches(of: procedure.parallel).map { batch in
      procedure.batch(of: batch.map { keys[$0] }).map { batch[$0] }
    }
    self.procedure = procedure
    batch = batches.first { !$0.isEmpty } ?? []
    candidateCount = batches.reduce(0) { $0 + $1.count }
    spareCount = unknown.count - candidateCount
  }
}

extension Array {
  /// Stretches of this many elements, of which the last may be shorter.
  func batches(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: Swift.max(1, size)).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
