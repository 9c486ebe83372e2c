import Statistics

/// What to probe next among models of which some have been.
public struct SelectionPlan: Sendable, Equatable {
  /// Models that the procedure was offered at one step, as places in the list of models.
  public struct Offer: Sendable, Equatable {
    /// Inside the bounds, so that their accuracies entered, in this order.
    public let probed: [Int]
    /// Outside: their accuracies are known, but would not have been asked for.
    public let skipped: [Int]
  }

  /// After all that is known: what was probed enters in batches, as if the procedure had asked for it.
  public let procedure: SelectionProcedure
  /// One for each of the procedure's steps.
  public let offers: [Offer]
  /// The probed models that bound the zone, ⌊M/2⌋ of them, the best first; of equal ones the earlier.
  public let best: [Int]
  /// Places of the models to probe next, at most M; empty where none is left inside the bounds.
  public let batch: [Int]
  /// Models without an accuracy that lie inside the bounds, in the order in which they will be probed, the batch first.
  public let candidates: [Int]
  /// Those that lie outside, and need no probe.
  public let spares: [Int]

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
    var offers: [Offer] = []
    for batch in order.filter({ accuracies[$0] != nil }).batches(of: procedure.parallel) {
      let bounds = procedure.bounds
      let (inside, outside) = (
        batch.filter { bounds.contains(keys[$0]) }, batch.filter { !bounds.contains(keys[$0]) }
      )
      procedure.record(
        inside.compactMap { place in
          accuracies[place].map { SelectionProcedure.Probe(key: keys[place], accuracy: $0) }
        })
      offers.append(Offer(probed: inside, skipped: outside))
    }
    let probed = offers.flatMap(\.probed)
    let scores = probed.map { accuracies[$0] ?? -.infinity }
    let ranked = probed.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
    best = ranked.prefix(procedure.parallel / 2).map { probed[$0] }
    let bounds = procedure.bounds
    let unknown = order.filter { accuracies[$0] == nil }
    let batches = unknown.batches(of: procedure.parallel).map { $0.filter { bounds.contains(keys[$0]) } }
    self.procedure = procedure
    self.offers = offers
    batch = batches.first { !$0.isEmpty } ?? []
    candidates = batches.flatMap(\.self)
    spares = unknown.filter { !bounds.contains(keys[$0]) }
  }
}

extension Array {
  /// Stretches of this many elements, of which the last may be shorter.
  func batches(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: Swift.max(1, size)).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
