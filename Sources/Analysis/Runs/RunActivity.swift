/// The signs of life of one training run, and what they say about it at a given moment.
///
/// Times are seconds since 1970. Nothing here looks at a clock: who asks says what time it is.
public struct RunActivity: Sendable, Equatable {
  /// What a run is doing, as far as its files tell.
  public enum State: String, Sendable, CaseIterable {
    /// It has written something lately.
    case live
    /// It has been silent for a while, and nothing says that there is more to come.
    case idle
    /// It has reached the end that its settings or its heartbeat speak of.
    case finished
    /// More was to be expected by now, or it says that it has failed.
    case stalled
  }

  /// When any of its files was last written to.
  public var lastSign: Double
  /// When each of its checkpoints was written.
  public var checkpointTimes: [Double]
  public var heartbeat: Heartbeat?
  /// Its last epoch so far, and how many its settings announce.
  public var progress: Progress?

  /// How far a run has come.
  public struct Progress: Sendable, Hashable {
    public var epoch: Int
    public var announced: Int

    public init(epoch: Int, announced: Int) {
      self.epoch = epoch
      self.announced = announced
    }
  }

  public init(
    lastSign: Double, checkpointTimes: [Double] = [], heartbeat: Heartbeat? = nil, progress: Progress? = nil
  ) {
    self.lastSign = lastSign
    self.checkpointTimes = checkpointTimes
    self.heartbeat = heartbeat
    self.progress = progress
  }

  /// A run that announces nothing counts as live for so long after a sign.
  static let patience = 120.0
  /// Nobody waits longer than this for a run that is overdue.
  static let mourning = 86_400.0

  public func state(at now: Double) -> State {
    switch heartbeat?.state {
    case .finished: return .finished
    case .failed: return .stalled
    case .running, nil: break
    }
    if let progress {
      if progress.epoch >= progress.announced { return .finished }
      // Where epochs count from 0, the last of eight is the seventh.
      if progress.epoch == progress.announced - 1, now >= silenceEnd { return .finished }
    }
    if now < silenceEnd { return .live }
    return grace != nil && now < silenceEnd + Self.mourning ? .stalled : .idle
  }

  /// When the state becomes another if nothing else happens; nil if it never does.
  public func nextChange(after now: Double) -> Double? {
    // The very sums that `state` compares with: others could be off by a rounding, and be no change at all.
    [silenceEnd, silenceEnd + Self.mourning].first { $0 > now && state(at: $0) != state(at: now) }
  }

  /// Until when it may be silent.
  private var silenceEnd: Double { lastSign + (grace ?? Self.patience) }

  /// How long a run may be silent: three times what is usual for it. Nil where nothing is usual.
  private var grace: Double? { (heartbeat?.interval ?? cadence).map { max(30, 3 * $0) } }

  /// The median time between checkpoints. Files that were copied come within a second of one another, and say nothing.
  private var cadence: Double? {
    let times = checkpointTimes.sorted()
    let gaps = zip(times.dropFirst(), times).map { $0 - $1 }.sorted()
    guard !gaps.isEmpty else { return nil }
    let median = gaps[gaps.count / 2]
    return median >= 1 ? median : nil
  }
}
