import ChartCells
import Charts
import Dashboard
import Foundation
import Spectra
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
    switch setting {
    case .theme(let name): section["theme"] = name
    case .glyphs(let canvas): section["glyphs"] = canvas?.rawValue ?? Setting.automaticGlyphs
    case .fitRange(let range): section["fit_range"] = range.defaultValueDescription
    case .estimator(let estimator): section["estimator"] = estimator.rawValue
    case .smoothing(let share): section["smoothing"] = share
    case .prior(let alpha): section["prior"] = alpha
    case .probe(let method): section["probe"] = method.rawValue
    case .labels(let count): section["labels"] = count
    case .details(let areShown): section["details"] = areShown
    case .mouse(let isTaken): section["mouse"] = isTaken
    case .exportFolder(let folder): section["export_folder"] = folder
    case .exportWidth(let width): section["export_width"] = "\(width)"
    case .exportFontSize(let size): section["export_font_size"] = size
    case .exportTheme(let name): section["export_theme"] = name ?? Setting.automaticTheme
    }
    table["settings"] = section
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    let text = "# Written by eigentop. What you write yourself belongs into config.toml.\n\(table.convert(to: .toml))\n"
    try Data(text.utf8).write(to: url, options: .atomic)
  }
}

extension Setting {
  fileprivate static let automaticGlyphs = "auto"
}

extension TOMLFile {
  /// The table `[settings]`.
  ///
  /// - Parameter isLenient: a wrong value is a warning, and not an error.
  func settings(isLenient: Bool = false) throws(Failure) -> (settings: [Setting], warnings: [String]) {
    var (settings, warnings): ([Setting], [String]) = ([], [])
    for (name, value) in try section("settings") ?? TOMLTable() {
      let place = Place(section: "settings", key: name)
      guard let key = Setting.Key(rawValue: name) else {
        let known = Setting.Key.allCases.map(\.rawValue).joined(separator: ", ")
        warnings.append(warning("there is no such setting; there are \(known)", at: place))
        continue
      }
      if let setting = Setting(key, value.tomlValue) {
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

extension Setting {
  /// nil where the value is none of this setting.
  fileprivate init?(_ key: Key, _ value: TOMLValue) {
    let setting: Setting?
    switch key {
    case .theme: setting = value.string.map(Setting.theme)
    case .glyphs:
      setting = value.string.flatMap { text in
        text == Self.automaticGlyphs ? .glyphs(nil) : ChartCanvas(rawValue: text).map(Setting.glyphs)
      }
    case .fitRange: setting = value.string.flatMap { FitRange($0) }.map(Setting.fitRange)
    case .estimator: setting = value.string.flatMap(PowerLawFit.Estimator.init).map(Setting.estimator)
    case .smoothing:
      let share = value.double ?? value.int.map(Double.init)
      setting = share.flatMap { (0..<1).contains($0) ? .smoothing($0) : nil }
    case .prior:
      let alpha = value.double ?? value.int.map(Double.init)
      setting = alpha.flatMap { $0.isFinite ? .prior($0) : nil }
    case .probe: setting = value.string.flatMap(ProbeResult.Method.init).map(Setting.probe)
    case .labels: setting = value.int.flatMap { $0 > 0 ? .labels($0) : nil }
    case .details: setting = value.bool.map(Setting.details)
    case .mouse: setting = value.bool.map(Setting.mouse)
    case .exportFolder:
      setting = value.string.map { .exportFolder($0.isEmpty || $0.hasSuffix("/") ? $0 : $0 + "/") }
    case .exportWidth: setting = value.string.flatMap { PrintLength($0) }.map(Setting.exportWidth)
    case .exportFontSize:
      let size = value.double ?? value.int.map(Double.init)
      setting = size.flatMap { Setting.exportFontSizes.contains($0) ? .exportFontSize($0) : nil }
    case .exportTheme:
      setting = value.string.map { .exportTheme($0 == Setting.automaticTheme ? nil : $0) }
    }
    guard let setting else { return nil }
    self = setting
  }
}

extension Setting.Key {
  /// What the value has to be.
  fileprivate var demand: String {
    switch self {
    case .theme: "it is the name of a theme, or \"auto\""
    case .glyphs: "it is \"auto\" or one of \(ChartCanvas.allCases.map(\.rawValue).joined(separator: ", "))"
    case .fitRange: "it is first...last, as in \"11...100\""
    case .estimator: "it is one of \(PowerLawFit.Estimator.allCases.map(\.rawValue).joined(separator: ", "))"
    case .smoothing: "it is a number from 0 to below 1"
    case .prior: "it is a number, as 1.0"
    case .probe: "it is one of \(ProbeResult.Method.allCases.map(\.rawValue).joined(separator: ", "))"
    case .labels: "it is a whole number from 1"
    case .details, .mouse: "it is true or false"
    case .exportFolder: "it is the path of a folder"
    case .exportWidth: "it is a number and a unit, as \"8.5cm\" or \"1200px\""
    case .exportFontSize: "it is a number of points from 3 to 72"
    case .exportTheme: "it is the name of a theme, or \"auto\" for that of the screen"
    }
  }
}
