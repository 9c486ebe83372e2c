/// How far a probe has come.
public enum ProbeProgress: Sendable, Equatable {
  /// So many of the training rows have been looked at for their means, or added.
  case training(rows: Int, of: Int)
  /// So many steps of a search have been taken.
  case searching(steps: Int)
  /// So many of the test rows have been answered for.
  case testing(rows: Int, of: Int)
}
