import Glibc
public import SystemPackage
import WakeUps

/// What is below some roots, and every change of it, in the order in which it was seen.
///
/// Surveyed are array files (regular files named `*.npy`, and links to such) and the files that describe the dumps
/// around them: `metrics.csv`, `hparams.yaml`, `config.yaml` and heartbeats. Hidden files and directories are passed
/// over, and so are arrays under a temporary name (`*.tmp.npy`). Every directory is visited once: what only symbolic
/// links lead to comes last, and a link back adds nothing. A root may be a file, whatever its name, and it may be
/// missing: then it is waited for. Nothing is written, and no file is opened.
///
/// Changes are noticed by notifications of the kernel or, where there are none, by polling. Either says only where to
/// look; told is the difference between what is there and what was told before. So nothing is told twice and, whatever
/// happens to the notifications, nothing is missed for good; what comes and goes between two looks is not told.
/// Of a link that leads nowhere it is noticed that it leads somewhere when its directory is next listed.
///
/// It blocks, so it wants a thread of its own; other threads speak to it through its ``SurveyControl``.
public struct Surveyor: ~Copyable {
  private let control: SurveyControl
  private let options: SurveyOptions
  private let watches: WatchTable?
  private var roots: [RootSurvey]
  /// Paths that the caller wants to be reminded of.
  private var reminders = Agenda()
  private var clockLooks: ClockLooks
  /// When notifications are taken again: not at every single one.
  private var nextDrain: ContinuousClock.Instant?
  private var isSurveyed = false

  /// - Parameters:
  ///   - roots: directories and files; what is named twice is surveyed once.
  ///   - control: who else may speak to this surveyor, and to no other.
  public init(roots: [FilePath], options: SurveyOptions = SurveyOptions(), control: SurveyControl) {
    self.init(roots: roots, options: options, control: control) { () throws(Errno) in try NotificationQueue() }
  }

  init(
    roots: [FilePath], options: SurveyOptions, control: SurveyControl,
    openQueue: () throws(Errno) -> NotificationQueue
  ) {
    self.control = control
    self.options = options
    clockLooks = ClockLooks(pauses: options.clockPause)
    var refusal: PollingReason?
    var watches: WatchTable?
    if options.isLive {
      switch options.method {
      case .polling: refusal = .asked
      case .automatic:
        do { watches = WatchTable(queue: try openQueue()) } catch { refusal = .queueLimit(error) }
      }
    }
    self.watches = watches
    var seen: Set<FilePath> = []
    self.roots = roots.filter { seen.insert($0).inserted }.enumerated().map { number, root in
      RootSurvey(root: root, number: number, options: options, watches: watches, refusal: refusal)
    }
  }

  /// Blocks until there is something to tell, and tells it; while there is a lot, in portions of a directory.
  ///
  /// - Returns: nothing if `deadline` has passed, or the control was used to wake; nil at the end, which comes when the
  ///   control says so or, of a survey that is not live, with the last thing told.
  public mutating func next(until deadline: ContinuousClock.Instant? = nil) -> [SurveyEvent]? {
    while true {
      let orders = control.take()
      if orders.isStopped { return nil }
      orders.requests.forEach { follow($0) }
      let events = advance()
      if !events.isEmpty { return events }
      if orders.isWoken { return [] }
      if roots.contains(where: \.isWalking) { continue }
      if isSurveyed, !options.isLive { return nil }
      if let deadline, deadline <= .now { return [] }
      wait(until: [deadline, nextInstant].compactMap { $0 }.min())
    }
  }

  /// The next instant at which there is something to do of itself; nil if only the control or the kernel can wake it.
  var nextInstant: ContinuousClock.Instant? {
    (roots.map(\.nextInstant) + [reminders.nearest, clockLooks.nearest, nextDrain]).compactMap { $0 }.min()
  }

  private mutating func follow(_ request: SurveyControl.Request) {
    switch request {
    case .holdOff(let path, let instant):
      for index in roots.indices { roots[index].holdOff(path, until: instant) }
    case .lookAgain(let path, let instant):
      reminders.set(path, at: instant)
    case .lookByClock(let path):
      clockLooks.begin(path, now: .now)
    case .leaveToNotifications(let path):
      clockLooks.end(path)
    }
  }

  /// Does what is to be done now, of walks a portion.
  private mutating func advance() -> [SurveyEvent] {
    let now = ContinuousClock.now
    takeNotifications(now)
    while let path = clockLooks.popDue(at: now) {
      for index in roots.indices { roots[index].touch(path, atOnce: false, now: now) }
    }
    var events: [SurveyEvent] = []
    for index in roots.indices {
      roots[index].advance(now)
      events += roots[index].takeEvents()
    }
    if !isSurveyed, !roots.contains(where: \.isWalking) {
      isSurveyed = true
      events.append(.surveyed)
    }
    while let path = reminders.popDue(at: now) { events.append(.due(path)) }
    return events
  }

  private mutating func takeNotifications(_ now: ContinuousClock.Instant) {
    guard let watches, nextDrain.map({ $0 <= now }) ?? true else { return }
    let (isEmpty, didOverflow) = watches.drain { key, notification in
      roots[key.root].note(notification, by: key, now: now)
    }
    nextDrain = isEmpty ? nil : now + options.holdOff
    guard didOverflow else { return }
    for index in roots.indices where roots[index].watches != nil { roots[index].unsettle() }
  }

  /// Sleeps until `instant`, an order or, unless they are to wait, a notification.
  private func wait(until instant: ContinuousClock.Instant?) {
    var descriptors = [pollfd(fd: control.descriptor, events: Int16(POLLIN), revents: 0)]
    if let watches, nextDrain == nil {
      descriptors.append(pollfd(fd: watches.queue.descriptor, events: Int16(POLLIN), revents: 0))
    }
    // Whatever ends it, the caller looks at everything again.
    _ = pollDescriptors(&descriptors, until: instant)
  }
}
