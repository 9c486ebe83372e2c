/// One thing that was looked at.
struct Check: Encodable {
  enum Status: String, Encodable {
    case ok
    /// Something will be missing, or slow.
    case warning
    /// Something will not work at all.
    case error
  }

  /// What it belongs to, such as `terminal`.
  let area: String
  let name: String
  /// What was found.
  let value: String
  let status: Status
  /// What to do; null where all is well.
  let advice: OrNull<String>

  static func ok(_ area: String, _ name: String, _ value: String) -> Check {
    Check(area: area, name: name, value: value, status: .ok, advice: OrNull(nil))
  }

  static func warning(_ area: String, _ name: String, _ value: String, advice: String) -> Check {
    Check(area: area, name: name, value: value, status: .warning, advice: OrNull(advice))
  }

  static func error(_ area: String, _ name: String, _ value: String, advice: String) -> Check {
    Check(area: area, name: name, value: value, status: .error, advice: OrNull(advice))
  }
}
