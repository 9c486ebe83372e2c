/// How a ``Surveyor`` looks.
public struct SurveyOptions: Sendable {
  public enum Method: Sendable {
    /// Notifications where the file system has them, else polling.
    case automatic
    case polling
  }

  public var method: Method
  /// Shortest and longest pause between two looks at everything, where it is polled. A look that takes long
  /// lengthens both.
  public var pollingPause: ClosedRange<Duration>
  /// Shortest and longest pause between two looks at a file by the clock.
  public var clockPause: ClosedRange<Duration>
  /// How long a file is left alone after it was told of, and how often at most the kernel's notifications are taken.
  public var holdOff: Duration
  /// Whether to go on after all roots have been walked once.
  public var isLive: Bool

  public init(
    method: Method = .automatic, pollingPause: ClosedRange<Duration> = .seconds(2) ... .seconds(30),
    clockPause: ClosedRange<Duration> = .seconds(3) ... .seconds(60), holdOff: Duration = .milliseconds(100),
    isLive: Bool = true
  ) {
    self.method = method
    self.pollingPause = pollingPause
    self.clockPause = clockPause
    self.holdOff = holdOff
    self.isLive = isLive
  }
}
