/// Which of several marks gets a cell that all of them reach.
///
/// The one in front wins, then the one that fills more of the cell. Where these are equal the curves coincide, and they
/// take turns from cell to cell so that each remains visible.
struct CellContest {
  private var z = Int.min
  private var weight = 0
  private var best: [Int] = []

  /// - Parameters:
  ///   - contender: any number that tells the contenders apart.
  ///   - weight: dots or points in the cell.
  mutating func enter(_ contender: Int, z: Int, weight: Int) {
    if best.isEmpty || (z, weight) > (self.z, self.weight) {
      (self.z, self.weight) = (z, weight)
      best = [contender]
    } else if (z, weight) == (self.z, self.weight) {
      best.append(contender)
    }
  }

  /// The winner of the cell at a column and row; `nil` without contenders.
  func winner(x: Int, y: Int) -> Int? {
    if best.isEmpty { return nil }
    // Plain x + y would stand still along a diagonal, and a power law is one; this changes in every direction.
    return best[(2 * x + 3 * y) % (2 * best.count) / 2]
  }
}
