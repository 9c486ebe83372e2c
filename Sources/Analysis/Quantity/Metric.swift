/// One number that says how good a model is, as it applies to a dump: from its run's metric log, as a rule.
public struct Metric: Sendable, Hashable {
  /// How the value came to a dump.
  public enum Join: Sendable, Hashable {
    /// The log has the value at the dump's own epoch or step.
    case checkpoint
    /// The log has no value there; this is the last one before it.
    case carried
    /// Nothing says where in training the dump, or the value, is; this is the last one of the run.
    case lastOfRun
    /// It is in no log: a linear probe of the dump's own features, trained here.
    case probed
    /// It is in no log: somebody typed it.
    case typed

    /// Whether a run's own log has it.
    public var isLogged: Bool { self == .checkpoint || self == .carried || self == .lastOfRun }
  }

  public var value: Double
  public var join: Join
  /// Of 95 % confidence, where that is known.
  public var interval: ClosedRange<Double>?

  public init(value: Double, join: Join, interval: ClosedRange<Double>? = nil) {
    self.value = value
    self.join = join
    self.interval = interval
  }
}
