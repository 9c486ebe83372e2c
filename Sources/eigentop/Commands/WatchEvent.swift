import Analysis
import Foundation
import SystemPackage

/// Something that `watch` prints.
enum WatchEvent {
  /// A dump has been analysed, for the first time or again; with its record.
  case result(String, AnalysisRecord)
  case vanished(Dump.ID)
  case run(RunID, RunActivity.State, lastSign: Double)
  case watching(FilePath, WatchMethod)
  case alert(Dump.ID, AlertRule)
  case problem(String)
  case idle

  /// Progress, and what only a screen needs, is not printed.
  static func events(of update: EngineUpdate) -> [WatchEvent] {
    switch update {
    case .finished(let record): [.result(record.failure == nil ? "result" : "failure", record)]
    case .refined(let record): [.result("intervals", record)]
    case .vanished(let id): [.vanished(id)]
    case .run(let run, let state, let lastSign): [.run(run, state, lastSign: lastSign)]
    case .watching(let root, let method): [.watching(root, method)]
    case .problem(let text): [.problem(text)]
    case .idle: [.idle]
    case .queued, .progressed, .previewed, .refitted, .probing, .probed, .described, .discovered: []
    }
  }

  private var name: String {
    switch self {
    case .result(let name, _): name
    case .vanished: "vanished"
    case .run: "run"
    case .watching: "watching"
    case .alert: "alert"
    case .problem: "problem"
    case .idle: "idle"
    }
  }
}

// MARK: - JSON

extension WatchEvent {
  private struct Fields: Encodable {
    var event: String
    var time: String
    var path: String?
    var array: String?
    var root: String?
    var run: String?
    var state: String?
    var lastSign: String?
    var method: String?
    var rule: String?
    var message: String?
  }

  /// One object on one line; a result has its record, as `analyze --json` prints it, in `record`.
  func json(at date: Date) -> String {
    var fields = Fields(event: name, time: date.formatted(Self.timeFormat))
    var record: Data?
    switch self {
    case .result(_, let result):
      (fields.path, fields.array) = (result.dump.path.string, result.dump.array)
      record = try? result.json()
    case .vanished(let id): (fields.path, fields.array) = (id.file.string, id.array)
    case .run(let run, let state, let lastSign):
      fields.root = run.root.string
      fields.run = run.name
      fields.state = state.rawValue
      fields.lastSign = Date(timeIntervalSince1970: lastSign).formatted(Self.timeFormat)
    case .watching(let root, let method):
      fields.root = root.string
      fields.method = Self.word(method)
      if case .polling(_, let reason) = method { fields.message = reason }
    case .alert(let id, let rule):
      (fields.path, fields.array) = (id.file.string, id.array)
      fields.rule = "\(rule)"
    case .problem(let text): fields.message = text
    case .idle: break
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let head = String(decoding: ((try? encoder.encode(fields)) ?? Data("{}".utf8)).withEscapedControls, as: UTF8.self)
    guard let record else { return head }
    return "\(head.dropLast()),\"record\":\(String(decoding: record, as: UTF8.self))}"
  }

  private static var timeFormat: Date.ISO8601FormatStyle { Date.ISO8601FormatStyle(includingFractionalSeconds: true) }

  private static func word(_ method: WatchMethod) -> String {
    switch method {
    case .notifications: "notifications"
    case .polling: "polling"
    case .waiting: "waiting"
    }
  }
}

// MARK: - Text

extension WatchEvent {
  /// `14:02:31  runs/a/features_epoch_3.npy  α 1.234  R² 0.995`, without anything that a terminal would obey.
  func text(at date: Date) -> String {
    let time = date.formatted(Date.ISO8601FormatStyle(timeZone: .current).time(includingFractionalSeconds: false))
    return "\(time)  \(message)".visible
  }

  private var message: String {
    switch self {
    case .result(_, let record): "\(record.dump.id)  \(Self.numbers(record))"
    case .vanished(let id): "\(id)  is gone"
    case .run(let run, let state, _): "\(run.root)/\(run.name)  \(state.rawValue)"
    case .watching(let root, .notifications): "\(root)  watched by inotify"
    case .watching(let root, .polling(_, let reason)): "\(root)  polled: \(reason)"
    case .watching(let root, .waiting): "\(root)  is not there yet"
    case .alert(let id, let rule): "\(id)  alert: \(rule)"
    case .problem(let text): text
    case .idle: "nothing left to do"
    }
  }

  private static func numbers(_ record: AnalysisRecord) -> String {
    if let failure = record.failure { return failure.message }
    let error = (record.uncertainty?.measures[.alpha]).map { String(format: " ± %.3f", $0.standardError) } ?? ""
    let alpha = record.alpha.map { String(format: "α %.3f", $0) + error } ?? "no α"
    let rest = record.quantity(named: "rSquared").map { String(format: "  R² %.3f", $0) } ?? ""
    let written = record.percentWritten.map { "  (\($0) % written)" } ?? ""
    return alpha + rest + written
  }
}
