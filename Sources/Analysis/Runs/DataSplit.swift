/// Which images features are of.
public enum DataSplit: String, Sendable, Hashable, CaseIterable {
  case train
  case validation = "val"
  case test
  /// Of another distribution.
  case shifted = "ood"

  public var isHeldOut: Bool { self != .train }
}
