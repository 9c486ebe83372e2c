import Analysis
import Dashboard
import Foundation
import LinearAlgebra
import TOMLKit

/// What the user's configuration says.
///
/// ```toml
/// [[alert]]
/// when = "alpha > 2"
/// bell = true
///
/// [analysis]
/// tokens = "mean"
///
/// [cache]
/// size = "4GiB"
///
/// [keys]
/// mark = ["Space", "Ins"]
///
/// [settings]
/// theme = "okabe-ito"
/// ```
struct Preferences {
  /// What calls for attention: the rules of the file, behind the one that is always there.
  private(set) var alertRules = [AlertRule.collapse]
  /// What becomes of arrays of more than two axes where somebody watches: commands that print numbers print the same for everybody.
  private(set) var tokens = TokenPooling.flatten
  /// What remembered results may take on disk.
  private(set) var cacheSize = MemorySize.cache
  /// Which key does what in the dashboard.
  private(set) var keymap = Keymap.standard
  /// What holds in the dashboard unless it was set there otherwise.
  private(set) var settings: [Setting] = []
  /// What means nothing, or cannot be had, each with its line.
  private(set) var warnings: [String] = []

  /// `$XDG_CONFIG_HOME/eigentop/config.toml`, if it is there.
  static func file(_ environment: [String: String]) -> URL? {
    let file = BaseDirectory.configuration.url("config.toml", in: environment)
    return file.flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
  }

  /// Nothing but what holds without a configuration, where there is none.
  init(_ file: URL?) throws(TOMLFile.Failure) {
    guard let file else { return }
    let text = try TOMLFile(file)
    for (key, value) in text.table {
      switch key {
      case "alert": try readAlerts(value.tomlValue, text)
      case "analysis":
        let choices = TokenPooling.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        tokens =
          try read("tokens", of: key, text, demand: "it is none of \(choices)", TokenPooling.init) ?? tokens
      case "cache":
        cacheSize =
          try read("size", of: key, text, demand: "it is no size; write \"4GiB\", say", MemorySize.init(argument:))
          ?? cacheSize
      case "keys":
        let read = try text.keymap()
        keymap = read.keymap
        warnings += read.warnings
      case "settings":
        let read = try text.settings()
        settings = read.settings
        warnings += read.warnings
      default:
        warn(
          "there is no such table; there are alert, analysis, cache, keys and settings", TOMLFile.Place(section: key),
          text)
      }
    }
  }

  private mutating func readAlerts(_ value: TOMLValue, _ text: TOMLFile) throws(TOMLFile.Failure) {
    let place = TOMLFile.Place(section: "alert")
    guard let array = value.array else { throw text.failure("it is no list: write [[alert]]", at: place) }
    for element in array {
      guard let table = element.tomlValue.table else {
        throw text.failure("it is no table: write [[alert]]", at: place)
      }
      let when = TOMLFile.Place(section: "alert", key: "when", word: table["when"]?.string)
      guard let condition = table["when"]?.string else {
        throw text.failure("an alert needs when = \"alpha > 2\", say", at: place)
      }
      let ringsBell = try readBell(of: table, text)
      guard let rule = AlertRule(condition, ringsBell: ringsBell) else {
        throw text.failure(
          "'\(condition)' is no rule; write a quantity, one of < <= > >= =, and a number, as in moved(alpha) > 0.3",
          at: when)
      }
      for key in table.keys where !["when", "bell"].contains(key) {
        warn("there is no such key; there are when and bell", TOMLFile.Place(section: "alert", key: key), text)
      }
      alertRules.append(rule)
    }
  }

  private func readBell(of table: TOMLTable, _ text: TOMLFile) throws(TOMLFile.Failure) -> Bool {
    guard let value = table["bell"] else { return false }
    guard let bell = value.bool else {
      throw text.failure(
        "it is true or false", at: TOMLFile.Place(section: "alert", key: "bell", word: value.string ?? "bell"))
    }
    return bell
  }

  /// What one key of a table says, the only one that means something there; nil where it is not there.
  ///
  /// - Parameter demand: what the value has to be.
  private mutating func read<Value>(
    _ name: String, of section: String, _ text: TOMLFile, demand: String, _ value: (String) -> Value?
  ) throws(TOMLFile.Failure) -> Value? {
    guard let table = try text.section(section) else { return nil }
    for key in table.keys where key != name {
      warn("there is no such key; there is \(name)", TOMLFile.Place(section: section, key: key), text)
    }
    guard let given = table[name] else { return nil }
    guard let read = given.tomlValue.string.flatMap(value) else {
      throw text.failure(demand, at: TOMLFile.Place(section: section, key: name))
    }
    return read
  }

  private mutating func warn(_ reason: String, _ place: TOMLFile.Place, _ text: TOMLFile) {
    warnings.append(text.warning(reason, at: place))
  }
}
