import Statistics

/// How two quantities go together in all models, in each of the groups these are of, and within groups: the same models can say
/// opposite things (Simpson 1951).
public struct GroupedCorrelation: Sendable, Equatable {
  public struct Group: Sendable, Equatable {
    /// n.
    public let count: Int
    /// Nil where there are too few different values.
    public let correlation: Correlation?
  }

  /// Of all models, whatever their group.
  public let pooled: Correlation
  /// In the order given.
  public let groups: [Group]
  /// Given the group: the partial correlation, of what is left of x and y, or of their ranks among all, less the mean of the group.
  ///
  /// Every group but one costs a degree of freedom. Nil where x or y does not differ within groups, and where the groups leave
  /// fewer than one degree of freedom.
  public let within: Correlation?

  /// O(n log n) for n pairs.
  ///
  /// Nil for fewer than two groups, and where there is no correlation of all; for Kendall's coefficient, of which none is given the group.
  ///
  /// - Parameter groups: the pairs of each.
  public init?(_ coefficient: Correlation.Coefficient, of groups: [[(x: Double, y: Double)]]) {
    let pairs = groups.flatMap { $0 }
    guard coefficient != .kendall, groups.count > 1,
      let pooled = Correlation(coefficient, of: pairs.map(\.x), with: pairs.map(\.y))
    else { return nil }
    self.pooled = pooled
    self.groups = groups.map { group in
      Group(count: group.count, correlation: Correlation(coefficient, of: group.map(\.x), with: group.map(\.y)))
    }
    within = Self.within(coefficient, groups.map(\.count), pairs.map(\.x), pairs.map(\.y))
  }

  /// Whether what holds of all models is the opposite of what holds given the group, both told from chance: Simpson's paradox.
  public var isReversed: Bool {
    guard let within else { return false }
    return pooled.hasClearSign && within.hasClearSign && (pooled.value < 0) != (within.value < 0)
  }

  private static func within(
    _ coefficient: Correlation.Coefficient, _ counts: [Int], _ x: [Double], _ y: [Double]
  ) -> Correlation? {
    let filled = counts.count { $0 > 0 }
    let isRanked = coefficient == .spearman
    guard x.count - filled - 1 >= 1,
      let xs = Deviations(lessGroupMeans(isRanked ? fractionalRanks(x) : x, counts)), !xs.isConstant,
      let ys = Deviations(lessGroupMeans(isRanked ? fractionalRanks(y) : y, counts)), !ys.isConstant
    else { return nil }
    return Correlation(linear: coefficient, xs, ys, controls: filled - 1)
  }

  /// Exactly 0 in groups of equal values.
  private static func lessGroupMeans(_ values: [Double], _ counts: [Int]) -> [Double] {
    var start = 0
    return counts.flatMap { count -> [Double] in
      defer { start += count }
      let group = Array(values[start..<start + count])
      return Deviations(group).map { group in group.scaled.map { $0 * group.unit } } ?? group
    }
  }
}
