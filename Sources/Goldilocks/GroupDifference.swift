import Statistics

/// Whether the mean of a quantity differs between groups: the one-way analysis of variance (Fisher 1925).
public struct GroupDifference: Sendable, Equatable {
  /// F: the variance between group means in units of that within groups. Infinite where nothing differs within.
  public let ratio: Double
  /// The probability of at least this F if all groups were drawn from the same normal distribution.
  public let pValue: Double
  /// η², the share of all variance that lies between groups, 0…1. Large by chance where groups are small.
  public let share: Double
  /// Degrees of freedom: g − 1 of the numerator of F, n − g of its denominator.
  public let numeratorFreedom, denominatorFreedom: Int

  /// Nil for fewer than two groups that have values, where none has two, where all values are the same, and where one of them is not finite.
  public init?(_ groups: [[Double]]) {
    let groups = groups.filter { !$0.isEmpty }
    let count = groups.reduce(0) { $0 + $1.count }
    guard groups.count > 1, count > groups.count, let all = Deviations(groups.flatMap { $0 }), !all.isConstant else {
      return nil
    }
    // In units of the largest deviation, so that squares stay numbers.
    var (start, within, between) = (0, 0.0, 0.0)
    for group in groups {
      let scaled = Array(all.scaled[start..<start + group.count])
      guard let deviations = Deviations(scaled) else { return nil }
      within += deviations.sumOfSquares * deviations.unit * deviations.unit
      between += Double(group.count) * deviations.mean * deviations.mean
      start += group.count
    }
    let (a, b) = (groups.count - 1, count - groups.count)
    let total = between + within
    share = between / total
    ratio = (between / Double(a)) / (within / Double(b))
    pValue = regularizedIncompleteBeta(within / total, complement: between / total, a: Double(b) / 2, b: Double(a) / 2)
    (numeratorFreedom, denominatorFreedom) = (a, b)
  }

  /// Whether chance does not explain it, at the level of 5 %.
  public var isClear: Bool { pValue < 0.05 }
}
