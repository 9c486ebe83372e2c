import Figures
import Goldilocks

/// Where the better half of the known models lies; null where a bound is not known, or its interval open.
struct ZoneJSON: Encodable {
  let lower: OrNull<Double>
  let upper: OrNull<Double>
  let lowerInterval: [OrNull<Double>]
  let upperInterval: [OrNull<Double>]
  /// In what share of the draws there is such a bound.
  let lowerShare: Double
  let upperShare: Double
  let draws: Int
  let n: Int

  init(_ zone: GoldilocksZone, _ bootstrap: ZoneBootstrap) {
    lower = OrNull(finite: zone.lowerBound)
    upper = OrNull(finite: zone.upperBound)
    lowerInterval = [OrNull<Double>](bootstrap.lowerBound)
    upperInterval = [OrNull<Double>](bootstrap.upperBound)
    (lowerShare, upperShare) = (bootstrap.lowerBoundShare, bootstrap.upperBoundShare)
    (draws, n) = (bootstrap.drawCount, bootstrap.modelCount)
  }
}

/// Whether the data show a best key at all.
struct VerdictJSON: Encodable {
  /// `optimum`, `pit`, `rising`, `falling` or `nothing`.
  let shape: String
  /// Where the parabola turns, of an optimum and a pit.
  let turn: OrNull<Double>
  let interval: OrNull<[Double]>
  /// A least or greatest key without whose one model the shape would be another.
  let decisiveKey: OrNull<Double>
  let spearman: CorrelateJSON.Coefficient
  let n: Int
  let words: String

  init(_ verdict: ZoneVerdict, _ candidates: SelectionCandidates) {
    var turn: (Double, ClosedRange<Double>)?
    switch verdict.shape {
    case .optimum(let place, let interval):
      shape = "optimum"
      turn = (place, interval)
    case .pit(let place, let interval):
      shape = "pit"
      turn = (place, interval)
    case .slope(let isRising): shape = isRising ? "rising" : "falling"
    case .nothing: shape = "nothing"
    }
    self.turn = OrNull(turn?.0)
    interval = OrNull(turn.map { [$0.1.lowerBound, $0.1.upperBound] })
    decisiveKey = OrNull(verdict.decisiveKey)
    spearman = CorrelateJSON.Coefficient(verdict.relation)
    n = verdict.count
    words = verdict.finding(key: candidates.key.title, prior: candidates.prior).text
  }
}
