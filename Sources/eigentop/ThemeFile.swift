import Charts
import Foundation
import TOMLKit

/// Reads a theme from a TOML file. What the file does not mention looks as the terminal does; what it does not spell right
/// is an error in words.
enum ThemeFile {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  static func read(_ file: URL) throws(Failure) -> Theme {
    let text: String
    do {
      text = try String(contentsOf: file, encoding: .utf8)
    } catch {
      throw Failure(description: "\(file.path): it cannot be read")
    }
    do {
      return try parse(TOMLTable(string: text), name: file.deletingPathExtension().lastPathComponent)
    } catch let error as TOMLParseError {
      throw Failure(description: "\(file.path):\(error.source.begin.line): \(error.description)")
    } catch let failure as Failure {
      throw Failure(description: "\(file.path): \(failure.description)")
    } catch {
      throw Failure(description: "\(file.path): \(error)")
    }
  }

  private static func parse(_ table: TOMLTable, name: String) throws -> Theme {
    var theme = Theme(name: table["meta"]?.table?["name"]?.string ?? name)
    theme.variant = table["meta"]?.table?["variant"]?.string.flatMap(Theme.Variant.init) ?? .dark
    let palette = ThemePalette(table["palette"]?.table)
    for (key, value) in table["ui"]?.table ?? TOMLTable() {
      guard let role = UIRole(rawValue: key) else { throw Failure(description: "[ui] has no key \(key)") }
      theme.ui[role] = try palette.color(value.tomlValue, for: key)
    }
    for (key, value) in table["chart"]?.table ?? TOMLTable() {
      switch key {
      case "series":
        theme.series = try (value.tomlValue.array ?? TOMLArray()).map { try series($0.tomlValue, palette) }
      case "sequential":
        theme.sequential = try (value.tomlValue.array ?? TOMLArray()).map { try palette.color($0.tomlValue, for: key) }
      default:
        guard let role = ChartRole(themeKey: key) else { throw Failure(description: "[chart] has no key \(key)") }
        theme.chart[role] = try palette.color(value.tomlValue, for: key)
      }
    }
    return theme
  }

  private static func series(_ value: TOMLValue, _ palette: ThemePalette) throws -> SeriesStyle {
    guard let table = value.table, let color = table["color"] else {
      throw Failure(description: "an element of series has no color")
    }
    var style = SeriesStyle(color: try palette.color(color.tomlValue, for: "series"))
    if let marker = table["marker"]?.string {
      guard let shape = MarkerShape(rawValue: marker) else {
        throw Failure(description: "there is no marker \(marker)")
      }
      style.marker = shape
    }
    if let line = table["line"]?.string {
      guard let shape = LineStyle(rawValue: line) else { throw Failure(description: "there is no line \(line)") }
      style.line = shape
    }
    return style
  }
}
