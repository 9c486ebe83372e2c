public import Analysis
public import Goldilocks

/// Selection on a budget as somebody looks at it: what to probe next, and what every model means for that.
public struct SelectionBoard: Sendable, Equatable {
  /// What has become of a model, or will.
  public enum Role: Sendable, Hashable {
    /// To be probed now.
    case next
    /// Its accuracy counted at this step, from 1.
    case probed(step: Int)
    /// To be probed later, unless the zone narrows past it.
    case inside
    /// Not to be probed.
    case outside
    /// Its accuracy is known, but it lay outside when its turn came.
    case skipped(step: Int)
  }

  /// A model, and its role.
  public struct Row: Sendable, Equatable {
    /// Among the models of the candidates.
    public let place: Int
    public let role: Role
  }

  public let candidates: SelectionCandidates
  public let plan: SelectionPlan
  /// The most wanted first: what to probe next, what was probed last, and so on back to the beginning, then what is left.
  public let rows: [Row]

  /// - Parameter parallel: M ≥ 2.
  public init(_ candidates: SelectionCandidates, parallel: Int) {
    self.candidates = candidates
    let plan = SelectionPlan(keys: candidates.keys, accuracies: candidates.accuracies, parallel: parallel)
    self.plan = plan
    func rows(_ places: some Sequence<Int>, _ role: Role) -> [Row] { places.map { Row(place: $0, role: role) } }
    let steps = plan.offers.enumerated().reversed()
    let probed = steps.flatMap { step, offer in rows(offer.probed, .probed(step: step + 1)) }
    let skipped = steps.flatMap { step, offer in rows(offer.skipped, .skipped(step: step + 1)) }
    let later = plan.candidates.dropFirst(plan.batch.count)
    self.rows = rows(plan.batch, .next) + probed + rows(later, .inside) + rows(plan.spares, .outside) + skipped
  }

  public func model(_ row: Row) -> SweepModel { candidates.models[row.place] }

  /// The dumps of the models to probe next.
  public var batch: [Dump.ID] { plan.batch.flatMap { candidates.models[$0].records.map(\.id) } }
}
