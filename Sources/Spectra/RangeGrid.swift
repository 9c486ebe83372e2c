import Glibc

/// α against the ranks that it is fitted to: every pair of a first and a last rank from a coarse grid, on one spectrum.
///
/// Ranks are about √2 apart: 1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 91, 128, … Where a power law describes the
/// spectrum, α does not depend on where one looks.
public struct RangeGrid: Sendable, Equatable {
  /// First fitted ranks, ascending.
  public let firsts: [Int]
  /// Last fitted ranks, ascending, up to the resolvable rank.
  public let lasts: [Int]
  /// α over `firsts[i]`…`lasts[j]` at `[i][j]`, nil where that is fewer than `PowerLawFit.fewestRanks` ranks.
  public let alpha: [[Double?]]
  /// Unweighted R² of the same fits.
  public let rSquared: [[Double?]]

  /// Fits all of them; the grid is empty where fewer ranks than make a fit are resolved.
  public init(_ spectrum: Eigenspectrum, estimator: PowerLawFit.Estimator = .weighted) {
    let greatest = spectrum.resolvableRank
    let fewest = PowerLawFit.fewestRanks
    guard greatest >= fewest else {
      (firsts, lasts, alpha, rSquared) = ([], [], [], [])
      return
    }
    let ranks = Self.ranks(upTo: greatest)
    firsts = ranks.filter { $0 + fewest - 1 <= greatest }
    lasts = ranks.filter { $0 >= fewest }
    let logarithms = RankLogarithms(spectrum, ranks: 1...greatest)
    let fits = firsts.map { [lasts] first in
      lasts.map { last in
        FitRange(first: first, last: last).flatMap { range in
          range.count < fewest ? nil : PowerLawFit(logarithms, range: range, estimator: estimator)
        }
      }
    }
    alpha = fits.map { $0.map { $0?.alpha } }
    rSquared = fits.map { $0.map { $0?.rSquared } }
  }

  /// 2^(i/2) rounded, below `greatest`, and then that itself.
  private static func ranks(upTo greatest: Int) -> [Int] {
    var ranks: [Int] = []
    var i = 0
    while true {
      let rank = Int(exp2(Double(i) / 2).rounded())
      guard rank < greatest else { return ranks + [greatest] }
      if rank != ranks.last { ranks.append(rank) }
      i += 1
    }
  }
}
