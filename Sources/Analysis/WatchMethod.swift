/// How changes below a root come to be noticed.
public enum WatchMethod: Sendable, Hashable {
  /// The kernel tells of them (inotify).
  case notifications
  /// Everything is looked at again and again: after the shorter pause where something is going on, after the longer one
  /// where nothing is. The reason is in words for people.
  case polling(pause: ClosedRange<Duration>, reason: String)
  /// There is nothing at this root yet, or no longer; it is waited for.
  case waiting
}
