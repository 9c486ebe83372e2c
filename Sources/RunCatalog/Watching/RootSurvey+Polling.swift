import Analysis
import SystemPackage

/// Polling: looking at everything again and again.
extension RootSurvey {
  /// From now on the root is polled: one for which the kernel's notifications are not enough is better off without any.
  mutating func poll(because reason: PollingReason) {
    guard pace == nil else { return }
    watches?.unwatchAll(of: number)
    watches = nil
    let pace = PollingPace(bounds: options.pollingPause)
    self.pace = pace
    nextPoll = .now + pace.pause
    pollingReason = reason.text
    tellMethod()
  }

  mutating func tellMethod() {
    let method = pace.map { WatchMethod.polling(pause: $0.range, reason: pollingReason) }
    tell(.method(root: root, method ?? .notifications))
  }

  /// Says when to look again at everything.
  mutating func finishPoll(duration: Duration, didChange: Bool, now: ContinuousClock.Instant) {
    guard var pace else { return }
    let range = pace.range
    pace.finish(duration: duration, didChange: didChange)
    self.pace = pace
    nextPoll = now + pace.pause
    if pace.range != range { tellMethod() }
  }

  /// Why the file system at `path` cannot be relied on to tell of changes; nil if it can.
  func fileSystemReason(at path: FilePath) -> PollingReason? {
    FileSystemType.withoutNotifications(at: path).map { .fileSystem($0, path) }
  }
}
