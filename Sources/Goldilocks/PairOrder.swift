import Glibc

/// How often two of n pairs (x, y) are in the same order by x and by y: what Kendall's coefficient is made of.
struct PairOrder {
  let count: Int
  /// Couples of pairs in opposite orders.
  let discordant: Int
  let xTies: Ties
  let yTies: Ties
  /// Couples that are tied in both.
  let jointTies: Int

  /// Sums over the groups of g equal values: of couples g(g − 1)/2, and the terms of the variance.
  struct Ties {
    /// Σ g(g − 1)/2.
    private(set) var couples = 0
    /// Σ g(g − 1)(g − 2).
    private(set) var triples = 0.0
    /// Σ g(g − 1)(2g + 5).
    private(set) var variance = 0.0

    /// Of neighbours for which `isEqual`, counted along a sorted list.
    init(count: Int, isEqual: (Int, Int) -> Bool) {
      var start = 0
      for end in 1..<max(count, 1) + 1 where end >= count || !isEqual(end - 1, end) {
        let group = Double(end - start)
        couples += (end - start) * (end - start - 1) / 2
        triples += group * (group - 1) * (group - 2)
        variance += group * (group - 1) * (2 * group + 5)
        start = end
      }
    }
  }

  /// By merging (Knight 1966), O(n log n).
  init(_ x: [Double], _ y: [Double]) {
    let pairs = zip(x, y).sorted { $0 < $1 }
    var byY = pairs.map(\.1)
    count = pairs.count
    xTies = Ties(count: pairs.count) { pairs[$0].0 == pairs[$1].0 }
    jointTies = Ties(count: pairs.count) { pairs[$0] == pairs[$1] }.couples
    discordant = Self.sortCountingInversions(&byY)
    yTies = Ties(count: byY.count) { [byY] in byY[$0] == byY[$1] }
  }

  var couples: Int { count * (count - 1) / 2 }
  /// Concordant couples less discordant ones.
  var surplus: Int { couples - xTies.couples - yTies.couples + jointTies - 2 * discordant }

  /// −1…1, where neither all x nor all y are the same.
  var tauB: Double {
    let scale = (Double(couples - xTies.couples) * Double(couples - yTies.couples)).squareRoot()
    return min(1, max(-1, Double(surplus) / scale))
  }

  /// Merges ever longer sorted stretches; returns how many couples were in descending order.
  private static func sortCountingInversions(_ values: inout [Double]) -> Int {
    var inversions = 0
    var merged = values
    var width = 1
    while width < values.count {
      for start in stride(from: 0, to: values.count, by: 2 * width) {
        let (middle, end) = (min(start + width, values.count), min(start + 2 * width, values.count))
        var (left, right) = (start, middle)
        for place in start..<end {
          if left < middle, right == end || values[left] <= values[right] {
            merged[place] = values[left]
            left += 1
          } else {
            merged[place] = values[right]
            right += 1
            inversions += middle - left
          }
        }
      }
      swap(&values, &merged)
      width *= 2
    }
    return inversions
  }
}
