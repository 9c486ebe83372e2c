import Statistics

/// How far the bounds of a ``GoldilocksZone`` would move with other models of the same kind: 95 % percentile intervals over models drawn
/// with replacement (Efron 1979).
public struct ZoneBootstrap: Sendable, Equatable {
  /// Of α_min. −∞ where, in more than 2.5 % of the draws, the data know no such bound.
  public let lowerBound: ClosedRange<Double>
  /// Of α_max; up to ∞.
  public let upperBound: ClosedRange<Double>
  /// Share of the draws in which a model lies below the zone, so that there is an α_min.
  public let lowerBoundShare: Double
  /// The same above.
  public let upperBoundShare: Double
  public let drawCount: Int
  /// n.
  public let modelCount: Int

  public static let confidence = 0.95

  /// O(n) for each draw. Draws are consecutive `randint(0, n, n)` of numpy's `RandomState(0)`; in each, the better half is found as in
  /// ``GoldilocksZone``, copies of a model beside one another. Nil where that has no zone to begin with.
  public init?(keys: [Double], scores: [Double], drawCount: Int) {
    guard drawCount > 0, GoldilocksZone(keys: keys, scores: scores) != nil else { return nil }
    let n = keys.count
    let order = keys.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
    var generator = MersenneTwister(seed: 0)
    var (lowers, uppers): ([Double], [Double]) = ([], [])
    for _ in 0..<drawCount {
      var copies = [Int](repeating: 0, count: n)
      for model in generator.draws(of: n) { copies[model] += 1 }
      var (best, all) = (Extent(), Extent())
      var left = n / 2
      for model in order where copies[model] > 0 {
        all.add(keys[model])
        if left > 0 { best.add(keys[model]) }
        left -= copies[model]
      }
      lowers.append(best.least > all.least ? best.least : -.infinity)
      uppers.append(best.greatest < all.greatest ? best.greatest : .infinity)
    }
    lowerBound = Self.percentiles(lowers)
    upperBound = Self.percentiles(uppers)
    lowerBoundShare = Double(lowers.count(where: \.isFinite)) / Double(drawCount)
    upperBoundShare = Double(uppers.count(where: \.isFinite)) / Double(drawCount)
    self.drawCount = drawCount
    modelCount = n
  }

  private struct Extent {
    var (least, greatest) = (Double.infinity, -Double.infinity)

    mutating func add(_ value: Double) {
      least = min(least, value)
      greatest = max(greatest, value)
    }
  }

  /// The least values that at least 2.5 and 97.5 % do not exceed: none is interpolated, some are infinite.
  private static func percentiles(_ values: [Double]) -> ClosedRange<Double> {
    let sorted = values.sorted()
    func place(_ thousandths: Int) -> Int { max(0, (sorted.count * thousandths + 999) / 1000 - 1) }
    return sorted[place(25)]...sorted[place(975)]
  }
}
