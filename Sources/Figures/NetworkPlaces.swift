import Analysis
import Naming

/// Where the dumps of one network were taken: those of the best place stand for it.
struct NetworkPlaces {
  private var hasCheckpoints = false
  private var split: Split??

  mutating func note(_ dump: Dump) {
    let hasCheckpoint = dump.checkpoint != nil
    if hasCheckpoint, !hasCheckpoints {
      // Those without a checkpoint do not count any more, nor what they are of.
      hasCheckpoints = true
      split = .some(dump.model.split)
    } else if hasCheckpoint == hasCheckpoints {
      if let known = split, !Split.precedes(dump.model.split, known) { return }
      split = .some(dump.model.split)
    }
  }

  func stands(for dump: Dump) -> Bool {
    (dump.checkpoint != nil) == hasCheckpoints && split == .some(dump.model.split)
  }
}
