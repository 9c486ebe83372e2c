/// What the program says of itself at the end of a frame: `frame=3 keys=2 queued=0 running=1`.
public struct TraceLine: Sendable, Hashable {
  /// Frames drawn so far.
  public var frame: Int { self["frame"] }
  /// Keys answered so far.
  public var keys: Int { self["keys"] }
  /// Jobs that wait.
  public var queued: Int { self["queued"] }
  /// Jobs that run.
  public var running: Int { self["running"] }

  private var values: [String: Int] = [:]

  init(_ line: some StringProtocol) {
    for field in line.split(separator: " ") {
      let parts = field.split(separator: "=", maxSplits: 1)
      if parts.count == 2, let value = Int(parts[1]) { values[String(parts[0])] = value }
    }
  }

  /// A value by its name; -1 where the line has none.
  public subscript(name: String) -> Int { values[name, default: -1] }
}
