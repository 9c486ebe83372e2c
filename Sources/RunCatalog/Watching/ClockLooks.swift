import SystemPackage

/// Files that are looked at by the clock, at pauses that double from the shortest to the longest.
///
/// No notification tells of what is written through another name: by another hard link, or before the file had a name
/// (`O_TMPFILE`). Of a file that is not complete somebody may be writing so.
struct ClockLooks {
  private let bounds: ClosedRange<Duration>
  private var pauses: [FilePath: Duration] = [:]
  private var agenda = Agenda()

  init(pauses bounds: ClosedRange<Duration>) { self.bounds = bounds }

  /// When the next look is due; nil where no file is looked at.
  var nearest: ContinuousClock.Instant? { agenda.nearest }

  /// Begins with the shortest pause, also for a file that is looked at already.
  mutating func begin(_ path: FilePath, now: ContinuousClock.Instant) {
    pauses[path] = bounds.lowerBound
    agenda.set(path, at: now + bounds.lowerBound)
  }

  mutating func end(_ path: FilePath) {
    pauses[path] = nil
    agenda.remove(path)
  }

  /// A file to be looked at now, whose next look is twice as far away.
  mutating func popDue(at now: ContinuousClock.Instant) -> FilePath? {
    guard let path = agenda.popDue(at: now), let pause = pauses[path] else { return nil }
    let next = min(pause * 2, bounds.upperBound)
    pauses[path] = next
    agenda.set(path, at: now + next)
    return path
  }
}
