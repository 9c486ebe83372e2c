import Analysis

/// What the engine says while the screen is frozen: of each thing only the latest of a kind, in the order of its coming. So it grows
/// with the number of dumps and not with time, and taking it in leads to where taking in everything would have led.
struct HeldNews: Sendable, Equatable {
  struct News: Sendable, Equatable {
    let update: EngineUpdate
    let time: ClockTime
    fileprivate let number: Int
  }

  /// What an update is about, and in which respect. A later one in the same respect takes its place.
  fileprivate enum Subject: Sendable, Hashable {
    case dump(Dump.ID, Aspect)
    case run(RunID)
    case directory(String)
    case problem(String)
    case discovered, idle
  }

  fileprivate enum Aspect: CaseIterable {
    case queued, progressed, previewed, finished, refitted, refined, described, vanished, probing, probed
  }

  private var latest: [Subject: News] = [:]
  private var count = 0
  /// The dumps that have new results.
  private(set) var renewed: Set<Dump.ID> = []
  /// Kept up to date meanwhile, because an alert is also for those who do not look.
  private(set) var alerts: AlertJournal

  init(alerts: AlertJournal) { self.alerts = alerts }

  /// In the order of its coming.
  var all: [News] { latest.values.sorted { $0.number < $1.number } }

  /// Whether a dump is no longer what is on the screen.
  func replaces(_ dump: Dump.ID) -> Bool {
    renewed.contains(dump) || latest[.dump(dump, .vanished)] != nil
  }

  /// - Returns: what begins to call for attention by it.
  mutating func hold(_ update: EngineUpdate, at time: ClockTime) -> [AlertJournal.Alert] {
    count += 1
    let subject = Subject(of: update)
    var number = count
    switch update {
    case .queued(let record):
      forget([.progressed, .previewed], of: record.id)
    case .progressed:
      // What follows it, a preview, means something only behind it.
      number = latest[subject]?.number ?? number
    case .finished(let record):
      forget([.progressed, .previewed], of: record.id)
      renewed.insert(record.id)
    case .probed(let id, _):
      forget([.probing], of: id)
    case .vanished(let id):
      forget(Aspect.allCases, of: id)
      renewed.remove(id)
    default: break
    }
    latest[subject] = News(update: update, time: time, number: number)
    return alerts.take(update)
  }

  private mutating func forget(_ aspects: [Aspect], of dump: Dump.ID) {
    for aspect in aspects { latest[.dump(dump, aspect)] = nil }
  }
}

extension HeldNews.Subject {
  fileprivate init(of update: EngineUpdate) {
    switch update {
    case .queued(let record): self = .dump(record.id, .queued)
    case .progressed(let id, _, _): self = .dump(id, .progressed)
    case .previewed(let record): self = .dump(record.id, .previewed)
    case .finished(let record): self = .dump(record.id, .finished)
    case .refitted(let record): self = .dump(record.id, .refitted)
    case .refined(let record): self = .dump(record.id, .refined)
    case .described(let dump): self = .dump(dump.id, .described)
    case .probing(let id, _): self = .dump(id, .probing)
    case .probed(let id, _): self = .dump(id, .probed)
    case .vanished(let id): self = .dump(id, .vanished)
    case .run(let run, _, _): self = .run(run)
    case .watching(let root, _): self = .directory(root.string)
    case .problem(let text): self = .problem(text)
    case .discovered: self = .discovered
    case .idle: self = .idle
    }
  }
}
