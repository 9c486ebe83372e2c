import Analysis
import SystemPackage

/// What the engine has said of itself and of time, and how news are taken in.
struct News: Sendable, Equatable {
  /// A result that came, and when.
  struct Result: Sendable, Equatable {
    var dump: Dump.ID
    var time: ClockTime
  }

  /// A directory that is being watched.
  struct Watch: Sendable, Equatable {
    var root: FilePath
    var method: WatchMethod
  }

  /// What could not be read besides the dumps.
  private(set) var problems: [String] = []
  /// What calls for attention, and the dumps that do.
  private(set) var alerts: AlertJournal
  /// The last results, newest first.
  private(set) var results: [Result] = []
  /// How each directory is being watched, in the order in which they were opened.
  private(set) var watching: [Watch] = []
  /// What has come since the screen was frozen; nil while it is not.
  private(set) var held: HeldNews?
  /// Whether the selection goes to each result that comes.
  private(set) var isFollowing = false
  /// What was found at the start is done: what comes now is news.
  private(set) var hasCaughtUp = false
  private(set) var isDiscovering = true
  /// Nothing is being computed, intervals neither.
  private(set) var isIdle = false
  /// When something last changed on disk or in a result.
  private(set) var lastChange: ClockTime?
  /// A result that the selection has not gone to yet.
  private var newest: Dump.ID?
  /// The dumps that the engine was last told are looked at.
  private var focus: [Dump.ID] = []

  /// Enough to see what happened while one was away.
  private static let resultCount = 100
  /// A dashboard that is open for days keeps the newest.
  private static let problemCount = 1000

  init(alertRules: [AlertRule]) { alerts = AlertJournal(rules: alertRules) }

  // MARK: What comes

  /// Hears what the engine says, and keeps it back while the screen is frozen.
  ///
  /// - Returns: what begins to call for attention, and whether the update is to be taken in now.
  mutating func hear(_ update: EngineUpdate, at time: ClockTime) -> (alerts: [AlertJournal.Alert], isForNow: Bool) {
    guard held != nil else { return (alerts.take(update), true) }
    return (held?.hold(update, at: time) ?? [], false)
  }

  /// Takes in what an update says besides the numbers of dumps.
  mutating func note(_ update: EngineUpdate, at time: ClockTime) {
    switch update {
    case .queued: (isIdle, lastChange) = (false, time)
    case .finished(let record):
      lastChange = time
      results.insert(Result(dump: record.id, time: time), at: 0)
      if results.count > Self.resultCount { results.removeLast() }
      if isFollowing, record.failure == nil { newest = record.id }
    case .probed, .described: lastChange = time
    case .vanished(let id):
      lastChange = time
      results.removeAll { $0.dump == id }
    case .watching(let root, let method): watch(root, method)
    case .problem(let text):
      if problems.last != text { problems.append(text) }
      if problems.count > Self.problemCount { problems.removeFirst() }
    case .discovered: isDiscovering = false
    case .idle: (isIdle, hasCaughtUp) = (true, true)
    case .progressed, .previewed, .refitted, .refined, .probing, .run: break
    }
  }

  private mutating func watch(_ root: FilePath, _ method: WatchMethod) {
    let watch = Watch(root: root, method: method)
    if let index = watching.firstIndex(where: { $0.root == root }) {
      watching[index] = watch
    } else {
      watching.append(watch)
    }
  }

  /// Forgets when something changed: nobody is told of it where nothing is watched.
  mutating func forgetTime() { lastChange = nil }

  // MARK: Freezing

  mutating func freeze() { held = HeldNews(alerts: alerts) }

  /// - Returns: what has come meanwhile, to be taken in now.
  mutating func thaw() -> [HeldNews.News] {
    guard let held else { return [] }
    (self.held, alerts) = (nil, held.alerts)
    return held.all
  }

  // MARK: Following

  /// Begins to follow, with the newest result there is, or ends it.
  mutating func toggleFollowing() {
    isFollowing.toggle()
    newest = isFollowing ? results.first?.dump : nil
  }

  /// Who goes elsewhere wants to stay there.
  mutating func stopFollowing() { (isFollowing, newest) = (false, nil) }

  /// The result to go to, once.
  mutating func takeNewest() -> Dump.ID? { newest.take() }

  // MARK: What the engine is told

  /// - Returns: whether the engine does not know yet that these dumps are looked at.
  mutating func tell(_ focus: [Dump.ID]) -> Bool {
    defer { self.focus = focus }
    return self.focus != focus
  }
}
