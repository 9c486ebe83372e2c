/// One number from a run's metric log, as it applies to a dump.
public struct Metric: Sendable, Hashable {
  /// How a logged value came to a dump.
  public enum Join: Sendable, Hashable {
    /// The log has the value at the dump's own epoch or step.
    case checkpoint
    /// The log has no value there; this is the last one of the run.
    case lastOfRun
  }

  public var value: Double
  public var join: Join

  public init(value: Double, join: Join) {
    self.value = value
    self.join = join
  }
}
