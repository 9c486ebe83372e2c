/// The chance of a statistic at least as far from 0 as the one observed, over all n! orders of y against x: exact, ties included.
///
/// Orders are counted, not visited. Values of y are handed to the groups of equal x in their order; what a group adds depends
/// only on which values it gets and which were handed out before it. O(3ⁿ) at most.
struct PermutationChance {
  /// The largest n for which this is quick.
  static let greatestCount = 9

  /// Of Spearman's ρ: |Σ (xᵢ − x̄)(yᵢ − ȳ)| of the ranks.
  static func spearman(_ xRanks: [Double], _ yRanks: [Double]) -> Double {
    // Twice the distance of a rank from the mean rank is whole, so that sums are exact.
    let centre = Double(xRanks.count + 1)
    let y = yRanks.map { Int(2 * $0 - centre) }
    return PermutationChance(xRanks, y).share { group, _, given in
      Int(2 * group.rank - centre) * given.reduce(0) { $0 + y[$1] }
    }
  }

  /// Of Kendall's τ: |concordant − discordant couples|.
  static func kendall(_ xRanks: [Double], _ yRanks: [Double]) -> Double {
    let y = yRanks.map { Int(2 * $0) }
    return PermutationChance(xRanks, y).share { _, before, given in
      given.reduce(0) { sum, value in before.reduce(sum) { $0 + (y[value] - y[$1]).signum() } }
    }
  }

  /// Pairs with the same x, which has this rank.
  private struct Group {
    let rank: Double
    var size = 0
  }

  /// Indices 0…8, as bits.
  private struct IndexSet: RawRepresentable, Sequence {
    var rawValue: Int
    var count: Int { rawValue.nonzeroBitCount }

    func makeIterator() -> AnyIterator<Int> {
      var rest = rawValue
      return AnyIterator {
        guard rest != 0 else { return nil }
        defer { rest &= rest - 1 }
        return rest.trailingZeroBitCount
      }
    }
  }

  private let groups: [Group]
  /// In the order of x.
  private let order: [Int]

  private init(_ xRanks: [Double], _ y: [Int]) {
    order = xRanks.indices.sorted { xRanks[$0] < xRanks[$1] }
    var groups: [Group] = []
    for index in order {
      if groups.last?.rank != xRanks[index] { groups.append(Group(rank: xRanks[index])) }
      groups[groups.count - 1].size += 1
    }
    self.groups = groups
  }

  /// - Parameter gain: what a group adds to the statistic, by the values that were handed out before and those that it gets.
  private func share(gain: (Group, _ before: IndexSet, _ given: IndexSet) -> Int) -> Double {
    let all = (1 << order.count) - 1
    /// Of every set of values handed out: in how many ways, by the statistic so far.
    var ways: [Int: [Int: Int]] = [0: [0: 1]]
    var (observed, handedOut) = (0, 0)
    for group in groups {
      let own = order[handedOut.nonzeroBitCount..<handedOut.nonzeroBitCount + group.size].reduce(0) { $0 | 1 << $1 }
      observed += gain(group, IndexSet(rawValue: handedOut), IndexSet(rawValue: own))
      handedOut |= own
      var next: [Int: [Int: Int]] = [:]
      for (before, sums) in ways {
        var given = all & ~before
        while given != 0 {
          if given.nonzeroBitCount == group.size {
            let gained = gain(group, IndexSet(rawValue: before), IndexSet(rawValue: given))
            for (sum, count) in sums { next[before | given, default: [:]][sum + gained, default: 0] += count }
          }
          given = (given - 1) & all & ~before
        }
      }
      ways = next
    }
    let sums = ways[all] ?? [:]
    let extreme = sums.reduce(0) { abs($1.key) >= abs(observed) ? $0 + $1.value : $0 }
    return Double(extreme) / Double(sums.values.reduce(0, +))
  }
}
