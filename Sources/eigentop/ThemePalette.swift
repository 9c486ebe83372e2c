import Charts
import TOMLKit

/// The named colours of a theme file, and what its values mean.
struct ThemePalette {
  private var colors: [String: ThemeColor.RGB] = [:]

  init(_ table: TOMLTable?) {
    for (name, value) in table ?? TOMLTable() { colors[name] = value.tomlValue.string.flatMap(Self.rgb) }
  }

  /// A palette name, `"#rrggbb"`, `"default"`, or a table of `rgb`, `c256`, `c16` and `attributes`.
  func color(_ value: TOMLValue, for key: String) throws(ThemeFile.Failure) -> ThemeColor {
    if let name = value.string { return try color(named: name, for: key) }
    guard let table = value.table else {
      throw ThemeFile.Failure(description: "\(key) is neither a colour nor a table")
    }
    var color =
      try table["rgb"]?.string.map { name throws(ThemeFile.Failure) in try self.color(named: name, for: key) }
      ?? .terminalDefault
    color.palette256 = table["c256"]?.int.flatMap { UInt8(exactly: $0) }
    color.palette16 = table["c16"]?.int.flatMap { UInt8(exactly: $0) }
    for attribute in table["attributes"]?.array ?? TOMLArray() {
      guard let name = attribute.tomlValue.string, let known = Self.attributes[name] else {
        throw ThemeFile.Failure(
          description: "\(key): an attribute is one of \(Self.attributes.keys.sorted().joined(separator: ", "))")
      }
      color.attributes.insert(known)
    }
    return color
  }

  private func color(named name: String, for key: String) throws(ThemeFile.Failure) -> ThemeColor {
    if name == "default" { return .terminalDefault }
    guard let rgb = colors[name] ?? Self.rgb(name) else {
      throw ThemeFile.Failure(description: "\(key): \(name) is neither in the palette nor #rrggbb")
    }
    return ThemeColor(rgb: rgb)
  }

  private static func rgb(_ text: String) -> ThemeColor.RGB? {
    guard text.count == 7, text.first == "#", let number = UInt32(text.dropFirst(), radix: 16) else { return nil }
    return ThemeColor.RGB(UInt8(number >> 16), UInt8(number >> 8 & 0xff), UInt8(number & 0xff))
  }

  private static let attributes: [String: ThemeColor.Attributes] = [
    "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse,
  ]
}
