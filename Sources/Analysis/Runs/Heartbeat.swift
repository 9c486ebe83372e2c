/// What a training run says about itself in its `heartbeat` file.
public struct Heartbeat: Sendable, Hashable {
  public enum State: String, Sendable {
    case running, finished, failed
  }

  public var state: State
  /// Seconds after which the next heartbeat is due at the latest, while running; nil where it does not say.
  public var interval: Double?

  public init(state: State = .running, interval: Double? = nil) {
    self.state = state
    self.interval = interval
  }
}
