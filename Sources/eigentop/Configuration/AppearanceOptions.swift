import ArgumentParser
import ChartCells
import CursesTerminal
import Dashboard
import Foundation

/// How things look; for every command that draws.
struct AppearanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Colours, by the name of a theme.",
      discussion:
        "By default what was set, else auto: dark or light, by the terminal's background where that is known.",
      valueName: "name"),
    completion: .custom { _, _, _ in [Setting.automaticTheme] + ThemeLibrary(directories: ThemeDirectory.all()).names })
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "What curves are drawn with; ascii for a screen of nothing but ASCII. By default what the locale and TERM can show."
    ))
  var glyphs: ChartCanvas?

  @Flag(help: "Leave the mouse to the terminal, for selecting text; M takes it.")
  var noMouse = false

  func validate() throws {
    let library = ThemeLibrary(directories: ThemeDirectory.all())
    guard let theme, theme != Setting.automaticTheme, !library.names.contains(theme) else { return }
    throw ValidationError(library.unknown(theme))
  }

  /// What was asked for, or what suits the terminal. The fonts of the Linux console lack braille.
  static func canvas(
    _ glyphs: ChartCanvas?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> ChartCanvas {
    if let glyphs { return glyphs }
    if CharacterRepertoire.ofLocale == .ascii { return .ascii }
    return environment["TERM", default: ""].hasPrefix("linux") ? .blocks : .braille
  }

  /// What was said here, as settings.
  var settings: [Setting] {
    [theme.map { Setting.theme($0) }, glyphs.map { Setting.glyphs($0) }, noMouse ? .mouse(false) : nil].compactMap {
      $0
    }
  }
}

extension ChartCanvas: ExpressibleByArgument {}
