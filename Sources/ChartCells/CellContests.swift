/// Which of several marks gets a cell that all of them reach, for all cells of a plot area.
///
/// The one in front wins, then the one that fills more of the cell. Where these are equal the curves coincide, and they
/// take turns from cell to cell so that each remains visible.
struct CellContests {
  private struct Entry {
    var cell: Int32
    var contender: Int32
    var weight: Int32
    var z: Int
  }

  /// The best so far, and how many are as good.
  private struct Leader {
    var z = Int.min
    var weight: Int32 = 0
    var count: Int32 = 0
  }

  private let width: Int
  private var entries: [Entry] = []
  private var leaders: [Leader]

  /// Over cells counted row by row.
  init(width: Int, height: Int) {
    self.width = width
    leaders = Array(repeating: Leader(), count: width * height)
  }

  /// - Parameters:
  ///   - contender: any number that tells the contenders apart; one enters a cell but once.
  ///   - weight: dots or points in the cell.
  mutating func enter(_ contender: Int, cell: Int, z: Int, weight: Int) {
    let entry = Entry(cell: Int32(cell), contender: Int32(contender), weight: Int32(clamping: weight), z: z)
    entries.append(entry)
    let leader = leaders[cell]
    if leader.count == 0 || (z, entry.weight) > (leader.z, leader.weight) {
      leaders[cell] = Leader(z: z, weight: entry.weight, count: 1)
    } else if (z, entry.weight) == (leader.z, leader.weight) {
      leaders[cell].count += 1
    }
  }

  /// Tells the winner of each cell that somebody entered, once.
  func forEachWinner(_ body: (_ cell: Int, _ contender: Int) -> Void) {
    var seen = [Int32](repeating: 0, count: leaders.count)
    for entry in entries {
      let cell = Int(entry.cell)
      let leader = leaders[cell]
      guard entry.z == leader.z, entry.weight == leader.weight else { continue }
      // Plain x + y would stand still along a diagonal, and a power law is one; this changes in every direction.
      let turn = (2 * (cell % width) + 3 * (cell / width)) % (2 * Int(leader.count)) / 2
      if Int(seen[cell]) == turn { body(cell, Int(entry.contender)) }
      seen[cell] += 1
    }
  }
}
