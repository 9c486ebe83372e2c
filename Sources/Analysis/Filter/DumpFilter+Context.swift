extension DumpFilter {
  /// How far the analysis of a dump has come. The raw values are what `state` is compared with.
  public enum Stage: String, Sendable, CaseIterable {
    case queued, computing, done, failed
  }

  /// What a filter asks about a dump that its record does not say.
  public struct Context: Sendable, Hashable {
    public var isPinned: Bool
    public var isMarked: Bool
    /// Whether its numbers are shown with a warning.
    public var isWarned: Bool
    /// Whether a rule for alerts holds.
    public var isAlerting: Bool
    /// One of its states, with `runState`.
    public var stage: Stage?
    public var runState: RunActivity.State?

    public init(
      isPinned: Bool = false, isMarked: Bool = false, isWarned: Bool = false, isAlerting: Bool = false,
      stage: Stage? = nil, runState: RunActivity.State? = nil
    ) {
      self.isPinned = isPinned
      self.isMarked = isMarked
      self.isWarned = isWarned
      self.isAlerting = isAlerting
      self.stage = stage
      self.runState = runState
    }
  }
}
