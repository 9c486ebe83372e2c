/// A time of the day as people read it off a clock.
public struct ClockTime: Sendable, Equatable, CustomStringConvertible {
  public var hour: Int
  public var minute: Int
  public var second: Int

  public init(hour: Int, minute: Int, second: Int) {
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// `14:02`.
  var withoutSeconds: String { String(description.prefix(5)) }

  /// `14:02:31`.
  public var description: String {
    [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
