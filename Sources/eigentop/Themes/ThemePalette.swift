import Charts
import TOMLKit

/// The named colours of a theme, and what colour values mean.
struct ThemePalette {
  private var colors: [String: ThemeColor] = [:]

  /// Adds the palette of a file, whose names win over those that there are.
  mutating func add(_ file: TOMLFile) throws(TOMLFile.Failure) {
    var added: [String: ThemeColor] = [:]
    for (name, value) in try file.section("palette") ?? TOMLTable() {
      // Not by names of the palette: there is no order among them.
      let place = TOMLFile.Place(section: "palette", key: name)
      added[name] = try ThemePalette().color(value.tomlValue, in: file, at: place)
    }
    colors.merge(added) { $1 }
  }

  /// A name of the palette, `"#rrggbb"`, `"default"`, or a table of `rgb` (one of these), `c256`, `c16` and `attributes`,
  /// which win over those of a palette's colour.
  func color(
    _ value: TOMLValue, in file: TOMLFile, at place: TOMLFile.Place
  ) throws(TOMLFile.Failure) -> ThemeColor {
    if let name = value.string { return try color(named: name, in: file, at: place) }
    guard let table = value.table else {
      throw file.failure("a colour is a name of the palette, \"#rrggbb\", \"default\" or a table", at: place)
    }
    var color = ThemeColor.terminalDefault
    if let rgb = table["rgb"] {
      guard let name = rgb.string else { throw file.failure("rgb is not a text", at: place) }
      color = try self.color(named: name, in: file, at: place)
    }
    color.palette256 = try entry("c256", of: table, upTo: 255, in: file, at: place) ?? color.palette256
    color.palette16 = try entry("c16", of: table, upTo: 15, in: file, at: place) ?? color.palette16
    if let attributes = table["attributes"] {
      color.attributes.formUnion(try self.attributes(attributes.tomlValue, in: file, at: place))
    }
    return color
  }

  private func color(
    named name: String, in file: TOMLFile, at place: TOMLFile.Place
  ) throws(TOMLFile.Failure) -> ThemeColor {
    if name == "default" { return .terminalDefault }
    if let color = colors[name] { return color }
    let digits = name.dropFirst()
    guard name.hasPrefix("#"), digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let number = UInt32(digits, radix: 16)
    else {
      let known = colors.isEmpty ? "" : "a name of the palette, "
      throw file.failure("\"\(name)\" is neither \(known)\"#rrggbb\" nor \"default\"", at: place.mentioning(name))
    }
    return ThemeColor(rgb: ThemeColor.RGB(UInt8(number >> 16), UInt8(number >> 8 & 0xff), UInt8(number & 0xff)))
  }

  private func entry(
    _ key: String, of table: TOMLTable, upTo last: Int, in file: TOMLFile, at place: TOMLFile.Place
  ) throws(TOMLFile.Failure) -> UInt8? {
    guard let value = table[key] else { return nil }
    guard let number = value.int, (0...last).contains(number) else {
      throw file.failure("\(key) is a number from 0 to \(last)", at: place.mentioning(key))
    }
    return UInt8(number)
  }

  private func attributes(
    _ value: TOMLValue, in file: TOMLFile, at place: TOMLFile.Place
  ) throws(TOMLFile.Failure) -> ThemeColor.Attributes {
    guard let names = value.array else {
      throw file.failure("attributes is a list", at: place.mentioning("attributes"))
    }
    var attributes: ThemeColor.Attributes = []
    for name in names {
      guard let attribute = name.tomlValue.string.flatMap({ Self.attributes[$0] }) else {
        let known = Self.attributes.keys.sorted().joined(separator: ", ")
        throw file.failure(
          "an attribute is one of \(known)", at: place.mentioning(name.tomlValue.string ?? "attributes"))
      }
      attributes.insert(attribute)
    }
    return attributes
  }

  private static let attributes: [String: ThemeColor.Attributes] = [
    "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse,
  ]
}

extension TOMLFile.Place {
  func mentioning(_ word: String) -> Self { Self(section: section, key: key, word: word) }
}
