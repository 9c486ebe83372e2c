public import Analysis
public import SystemPackage

/// Reads what a run says about itself.
public enum HeartbeatFile {
  /// The heartbeat at `path`: a JSON object (or YAML) such as `{"state": "running", "interval": 60}`. Any other file, an
  /// empty one that is touched again and again, say, is the sign of a run that goes on. Nil if there is none.
  public static func read(_ path: FilePath) -> Heartbeat? {
    do {
      guard let settings = try ConfigFile(path: path)?.settings else { return nil }
      var heartbeat = Heartbeat()
      if case .text(let name) = settings["state"], let state = Heartbeat.State(rawValue: name) {
        heartbeat.state = state
      }
      if case .number(let interval) = settings["interval"], interval.isFinite, interval > 0 {
        heartbeat.interval = interval
      }
      return heartbeat
    } catch {
      return Heartbeat()
    }
  }
}
