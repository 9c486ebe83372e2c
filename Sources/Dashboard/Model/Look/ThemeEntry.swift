/// A theme that can be chosen.
public struct ThemeEntry: Sendable, Equatable {
  /// As `--theme` takes it.
  public var name: String
  /// What is said of it beside its name.
  public var remark: String

  public init(name: String, remark: String = "") {
    self.name = name
    self.remark = remark
  }
}
