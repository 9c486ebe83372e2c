import ArgumentParser
import ChartCells
import CursesTerminal
import Foundation

/// How things look; for every command that draws.
struct AppearanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Colours, by the name of a theme.",
      discussion: "Without it dark or light, by the terminal's background where that is known.", valueName: "name"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "What curves are drawn with; ascii for a screen of nothing but ASCII. By default what the locale and TERM can show."
    ))
  var glyphs: ChartCanvas?

  func validate() throws {
    let library = ThemeLibrary(directories: ThemeDirectory.all())
    if let theme, !library.names.contains(theme) { throw ValidationError(library.unknown(theme)) }
  }

  /// What was asked for, or what suits the terminal. The fonts of the Linux console lack braille.
  func canvas(environment: [String: String] = ProcessInfo.processInfo.environment) -> ChartCanvas {
    if let glyphs { return glyphs }
    if CharacterRepertoire.ofLocale == .ascii { return .ascii }
    return environment["TERM", default: ""].hasPrefix("linux") ? .blocks : .braille
  }

  /// The theme that was asked for, or those for either background.
  func themes(environment: [String: String] = ProcessInfo.processInfo.environment) throws(TOMLFile.Failure)
    -> ThemeChoice
  {
    let library = ThemeLibrary(directories: ThemeDirectory.all(environment: environment))
    if let theme { return ThemeChoice(fixed: try library.load(theme)) }
    // A program without its files still works, without colours.
    guard Set(["dark", "light"]).isSubset(of: library.names) else { return ThemeChoice(fixed: (.monochrome, [])) }
    return ThemeChoice(
      dark: try library.load("dark"), light: try library.load("light"),
      background: TerminalBackground(colorFGBG: environment["COLORFGBG"] ?? ""))
  }
}

extension ChartCanvas: ExpressibleByArgument {}
