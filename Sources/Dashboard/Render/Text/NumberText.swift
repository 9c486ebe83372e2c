import Foundation

/// Numbers as the screen writes them: as many digits as say something, the same width in a column.
enum NumberText {
  /// With this many decimals; a dash where there is no number.
  static func fixed(_ value: Double?, _ decimals: Int) -> String {
    guard let value, value.isFinite else { return "—" }
    return String(format: "%.\(decimals)f", value)
  }

  /// Four significant digits behind a sign.
  static func signed(_ value: Double) -> String { value.isFinite ? String(format: "%+.4g", value) : "—" }

  /// A size in memory, rounded up.
  static func mebibytes(_ bytes: Int) -> String { "\((bytes + (1 << 20) - 1) >> 20) MiB" }

  /// Four significant digits, in scientific notation where that is shorter.
  static func significant(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "—" }
    return String(format: "%.4g", value)
  }
}
