import SystemPackage

/// One root: what is known to be below it, and where it has to be looked at again.
///
/// Notifications, an overflow of their queue and polling do the same at different extents: they mark what has to be
/// looked at again. What is there is then compared with what is known, and the difference is told.
struct RootSurvey {
  /// What the root is.
  enum Base: Equatable {
    case absent
    case unusable(reason: String)
    case directory
    /// Surveyed as the only array file of its directory.
    case file
  }

  let root: FilePath
  /// Among all roots.
  let number: Int
  let options: SurveyOptions
  /// Where this root's watches are; nil if it is polled, or walked only once.
  var watches: WatchTable?
  /// Set where it is polled.
  var pace: PollingPace?
  var nextPoll: ContinuousClock.Instant?
  /// In words for people.
  var pollingReason = ""

  /// Nil before the first walk.
  var base: Base?
  var directories: [FilePath: KnownDirectory] = [:]
  /// Why directories could not be read, as told.
  var refusals: [FilePath: String] = [:]
  var walk: Walk?
  /// Whether directories were marked, and whether even what the root is has to be found out again.
  var needsWalk = true
  var isUnsettled = true
  /// Files to be looked at, and when.
  var looks = Agenda()
  /// Array files that a writer has closed since they were last looked at.
  var closed: Set<FilePath> = []
  /// Devices known to tell of changes.
  var checkedDevices: Set<UInt64> = []

  private var events: [SurveyEvent] = []
  /// Number of differences told so far.
  private(set) var differenceCount = 0

  init(root: FilePath, number: Int, options: SurveyOptions, watches: WatchTable?, refusal: PollingReason?) {
    self.root = root
    self.number = number
    self.options = options
    guard options.isLive else { return }
    let reason = refusal ?? fileSystemReason(at: nearestExisting)
    if let reason {
      poll(because: reason)
    } else {
      self.watches = watches
      tellMethod()
    }
  }

  /// The directory that the survey starts in.
  var top: FilePath? {
    switch base {
    case .directory: root
    case .file: root.removingLastComponent()
    case .absent, .unusable, nil: nil
    }
  }

  /// The directories above the root, the nearest first.
  var ancestors: [FilePath] {
    sequence(state: root) { path in path.removeLastComponent() ? path : nil }.map { $0 }
  }

  private var nearestExisting: FilePath {
    ([root] + ancestors).first { (try? $0.orHere.stat()) != nil } ?? root
  }

  mutating func tell(_ event: SurveyEvent) {
    events.append(event)
    switch event {
    case .found, .changed, .closed, .vanished, .contextChanged: differenceCount += 1
    case .due, .problem, .recovered, .waiting, .method, .surveyed: break
    }
  }

  mutating func takeEvents() -> [SurveyEvent] {
    defer { events.removeAll() }
    return events
  }

  /// The next instant at which there is something to do without being told; nil if there is none.
  var nextInstant: ContinuousClock.Instant? {
    [looks.nearest, nextPoll].compactMap { $0 }.min()
  }

  /// Whether there is something to do at once.
  var isWalking: Bool { walk != nil || needsWalk }

  /// Does what is to be done now, of a walk a portion.
  mutating func advance(_ now: ContinuousClock.Instant) {
    while let path = looks.popDue(at: now) { look(at: path) }
    if let nextPoll, nextPoll <= now, walk == nil { unsettle() }
    if walk == nil, needsWalk { beginWalk(now) }
    continueWalk()
  }
}
