import Analysis

/// How directories are being watched, in words.
struct WatchText {
  private let watching: [News.Watch]

  init(_ watching: [News.Watch]) { self.watching = watching }

  /// Whether nothing that was opened is there yet.
  var isWaiting: Bool { !watching.isEmpty && watching.allSatisfy { $0.method == .waiting } }

  /// For the end of the header: each way once. Empty where nothing is watched.
  var summary: String {
    var seen: Set<String> = []
    let names = watching.map { Self.short($0.method) }.filter { seen.insert($0).inserted }
    return names.isEmpty ? "" : " \(names.joined(separator: ", ")) "
  }

  /// With the reason.
  static func long(_ method: WatchMethod) -> String {
    switch method {
    case .notifications: "the system tells of every change (inotify)"
    case .polling(_, let reason): "\(short(method)): \(reason)"
    case .waiting: "not there yet; waited for"
    }
  }

  private static func seconds(_ duration: Duration) -> String {
    NumberText.significant(Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18)
  }

  private static func short(_ method: WatchMethod) -> String {
    switch method {
    case .notifications: "inotify"
    case .polling(let pause, _): "polled every \(seconds(pause.lowerBound))–\(seconds(pause.upperBound)) s"
    case .waiting: "waiting"
    }
  }
}
