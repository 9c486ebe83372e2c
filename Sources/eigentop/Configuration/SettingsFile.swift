import Dashboard
import Foundation
import TOMLKit

/// What was set with `o`: `$XDG_CONFIG_HOME/eigentop/settings.toml`, which is the program's own. `config.toml` is the user's.
struct SettingsFile {
  let url: URL

  /// nil without a home.
  init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
    guard let url = BaseDirectory.configuration.url("settings.toml", in: environment) else { return nil }
    self.url = url
  }

  /// What is set, and what is wrong with the file; nothing where there is none.
  func read() -> (settings: [Setting], warnings: [String]) {
    guard FileManager.default.fileExists(atPath: url.path) else { return ([], []) }
    do {
      return try TOMLFile(url).settings(isLenient: true)
    } catch {
      return ([], ["\(error)"])
    }
  }

  /// Sets one thing and leaves the others as they are now, whichever instance wrote them. The file is there whole or not at all.
  func write(_ setting: Setting) throws {
    let table = (try? TOMLFile(url))?.table ?? TOMLTable()
    let section = (try? TOMLFile(url).section("settings")) ?? TOMLTable()
    switch setting.value {
    case .text(let text): section[setting.key.name] = text
    case .number(let number): section[setting.key.name] = number
    case .whole(let count): section[setting.key.name] = count
    case .flag(let isOn): section[setting.key.name] = isOn
    }
    table["settings"] = section
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    let text = "# Written by eigentop. What you write yourself belongs into config.toml.\n\(table.convert(to: .toml))\n"
    try Data(text.utf8).write(to: url, options: .atomic)
  }
}

extension TOMLFile {
  /// The table `[settings]`.
  ///
  /// - Parameter isLenient: a wrong value is a warning, and not an error.
  func settings(isLenient: Bool = false) throws(Failure) -> (settings: [Setting], warnings: [String]) {
    var (settings, warnings): ([Setting], [String]) = ([], [])
    for (name, value) in try section("settings") ?? TOMLTable() {
      let place = Place(section: "settings", key: name)
      guard let key = Setting.all.first(where: { $0.name == name }) else {
        let known = Setting.all.map(\.name).joined(separator: ", ")
        warnings.append(warning("there is no such setting; there are \(known)", at: place))
        continue
      }
      if let value = SettingValue(value.tomlValue), let setting = Setting(key, value) {
        settings.append(setting)
      } else if isLenient {
        warnings.append(warning(key.demand, at: place))
      } else {
        throw failure(key.demand, at: place)
      }
    }
    return (settings, warnings)
  }
}

extension SettingValue {
  /// nil for a list, a table or a date.
  fileprivate init?(_ value: TOMLValue) {
    if let text = value.string {
      self = .text(text)
    } else if let isOn = value.bool {
      self = .flag(isOn)
    } else if let count = value.int {
      self = .whole(count)
    } else if let number = value.double {
      self = .number(number)
    } else {
      return nil
    }
  }
}
