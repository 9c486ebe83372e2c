import Statistics

extension PairOrder {
  /// The probability, if x and y are independent, of a surplus at least as far from 0.
  var chance: Double {
    let rarer = min(discordant, couples - discordant)
    let isUntied = xTies.couples == 0 && yTies.couples == 0
    return isUntied && (count <= 33 || rarer <= 1) ? exactChance(rarer) : approximateChance
  }

  /// 2 P(at most `rarer` inversions in a random permutation), at most 1 (Kendall, *Rank Correlation Methods*).
  private func exactChance(_ rarer: Int) -> Double {
    // probabilities[k]: of k inversions among the first `length`; the next one adds any of 0…length − 1, all alike.
    var probabilities = [1.0] + [Double](repeating: 0, count: rarer)
    for length in stride(from: 2, through: count, by: 1) {
      probabilities = (0...rarer).map { inversions in
        probabilities[max(0, inversions - length + 1)...inversions].reduce(0, +) / Double(length)
      }
    }
    return min(1, 2 * probabilities.reduce(0, +))
  }

  /// By the normal distribution, with the variance under ties (Kendall; n ≥ 3).
  private var approximateChance: Double {
    let n = Double(count)
    let couples = n * (n - 1)
    let variance =
      (couples * (2 * n + 5) - xTies.variance - yTies.variance) / 18
      + 2 * Double(xTies.couples) * Double(yTies.couples) / couples
      + xTies.triples * yTies.triples / (9 * couples * (n - 2))
    return NormalDistribution.tails(beyond: Double(surplus) / variance.squareRoot())
  }
}
