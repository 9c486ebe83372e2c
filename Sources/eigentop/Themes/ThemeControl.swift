import Charts
import Dashboard
import Foundation

/// The theme that is drawn: chosen by name, and read again when its files change.
struct ThemeControl {
  let library: ThemeLibrary
  /// What the environment says of the terminal's background.
  private let background: TerminalBackground?
  private var name: String
  private(set) var choice: ThemeChoice

  /// - Throws: what is wrong with the theme's files.
  init(
    _ name: String, in library: ThemeLibrary, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(TOMLFile.Failure) {
    self.library = library
    self.name = name
    background = TerminalBackground(colorFGBG: environment["COLORFGBG"] ?? "")
    choice = try library.choice(name, background: background)
  }

  /// Draws with another theme or, where that is broken, with the one before.
  /// - Returns: what went wrong.
  mutating func show(_ name: String) -> String? {
    let result = Result { () throws(TOMLFile.Failure) in try library.choice(name, background: background) }
    switch result {
    case .success(let choice):
      (self.name, self.choice) = (name, choice)
      return choice.warnings.first
    case .failure(let failure):
      return shortened(failure.description)
    }
  }

  /// Reads the files of the theme again.
  mutating func reload() -> String? { show(name) }

  /// All themes, and whose files those are that did not come with the program.
  var entries: [ThemeEntry] {
    library.names.map { name in
      let isOwn = library.file(named: name)?.deletingLastPathComponent().path != ThemeDirectory.shipped?.path
      return ThemeEntry(name: name, remark: isOwn ? "yours" : "")
    }
  }

  var directories: [URL] { library.directories }

  /// Without the directories, which everybody knows: a footer has little room.
  private func shortened(_ text: String) -> String {
    directories.reduce(text) { $0.replacingOccurrences(of: $1.path + "/", with: "") }
  }
}

extension ThemeLibrary {
  /// A theme by its name, or for `Setting.automaticTheme` those for either background.
  func choice(_ name: String, background: TerminalBackground?) throws(TOMLFile.Failure) -> ThemeChoice {
    guard name == Setting.automaticTheme else { return ThemeChoice(fixed: try load(name)) }
    // A program without its files still works, without colours.
    guard Set(["dark", "light"]).isSubset(of: names) else { return ThemeChoice(fixed: (.monochrome, [])) }
    return ThemeChoice(dark: try load("dark"), light: try load("light"), background: background)
  }
}
