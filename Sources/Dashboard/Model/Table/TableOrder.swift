import Analysis
import SystemPackage

extension RunID {
  /// Whether the run stands above another: in the natural order of directories, then of names.
  func precedes(_ other: RunID) -> Bool {
    root == other.root ? NaturalOrder.precedes(name, other.name) : NaturalOrder.precedes(root, other.root)
  }
}

extension Dump {
  /// Whether the dump stands above another of its run: by checkpoint, then in the natural order of paths.
  func precedes(_ checkpoint: Checkpoint?, _ id: Dump.ID) -> Bool {
    let none = Checkpoint()
    let (a, b) = (self.checkpoint ?? none, checkpoint ?? none)
    return a == b ? NaturalOrder.precedes(self.id, id) : a < b
  }
}
