import Analysis
import Charts
import Foundation
import TOMLKit

extension TOMLFile {
  /// Keys that no theme has: probably slips, so each with its line and the nearest key that there is.
  var warnings: [String] {
    var warnings: [String] = []
    for (section, value) in table {
      guard let known = Self.knownKeys[section] else {
        if section != "palette" {
          warnings.append(
            warning("there is no such table; \(Self.nearest(section, Self.sections))", at: Place(section: section)))
        }
        continue
      }
      for (key, value) in value.table ?? TOMLTable() {
        if known.contains(key) {
          warnings += self.warnings(in: value.tomlValue, at: Place(section: section, key: key))
        } else {
          warnings.append(
            warning("there is no such key; \(Self.nearest(key, known))", at: Place(section: section, key: key)))
        }
      }
    }
    for (name, value) in table["palette"]?.table ?? TOMLTable() {
      warnings += self.warnings(in: value.tomlValue, at: Place(section: "palette", key: name))
    }
    return warnings.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
  }

  /// Those of a colour, a series or a list of them.
  private func warnings(in value: TOMLValue, at place: Place) -> [String] {
    if let array = value.array { return array.flatMap { warnings(in: $0.tomlValue, at: place) } }
    guard let table = value.table else { return [] }
    let isSeries = place.key == "series" && !table.keys.contains("rgb")
    let known = isSeries ? Self.seriesKeys : Self.colorKeys
    return table.flatMap { key, value in
      known.contains(key)
        ? (key == "color" ? warnings(in: value.tomlValue, at: place) : [])
        : [warning("there is no \(key); \(Self.nearest(key, known))", at: place.mentioning(key))]
    }
  }

  private static func nearest(_ word: String, _ known: [String]) -> String {
    "the nearest is \(word.nearest(in: known) ?? "")"
  }

  private static let sections = ["meta", "palette", "ui", "chart"]
  private static let knownKeys = [
    "meta": ["name", "variant", "inherits", "safe_for"],
    "ui": UIRole.allCases.map(\.rawValue),
    "chart": ChartRole.themeKeys + ["series", "sequential", "diverging"],
  ]
  private static let colorKeys = ["rgb", "c256", "c16", "attributes"]
  private static let seriesKeys = ["color", "marker", "line"]
}
