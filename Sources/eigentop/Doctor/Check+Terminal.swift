import ChartCells
import CursesTerminal
import Glibc
import TerminalCells

extension Check {
  static func terminal(_ environment: [String: String]) -> [Check] {
    let area = "terminal"
    var checks: [Check] = []
    do {
      let description = try TerminalDescription()
      checks.append(ok(area, "TERM", "\(environment["TERM", default: ""]), known to terminfo"))
      checks.append(colors(description, environment))
      let asked =
        description.answersQuestions ? "asked while the dashboard runs" : "never asked: this terminal would not answer"
      checks.append(ok(area, "background", environment["COLORFGBG"].map { "COLORFGBG is \($0); " + asked } ?? asked))
      checks.append(ok(area, "synchronised updates", asked))
    } catch {
      checks.append(
        warning(
          area, "TERM", error.description,
          advice: "commands that print work; for the dashboard, set TERM=xterm-256color, or install ncurses-term"))
    }
    checks.append(ok(area, "standard output", size.map { "\($0.columns) × \($0.rows)" } ?? "no terminal"))
    return checks
  }

  private static func colors(_ description: TerminalDescription, _ environment: [String: String]) -> Check {
    let count: String =
      switch description.colorDepth {
      case .none: "none"
      case .ansi8: "8"
      case .ansi16: "16"
      case .xterm256: description.redefinesColors ? "256, which can be redefined" : "256"
      case .trueColor: "true colour"
      }
    guard environment["NO_COLOR", default: ""].isEmpty else {
      return ok("terminal", "colours", "none, as NO_COLOR asks; \(count) by terminfo")
    }
    return ok("terminal", "colours", "\(count), by terminfo")
  }

  private static var size: (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  static func locale(_ environment: [String: String]) -> [Check] {
    let area = "locale"
    // The first that is set wins (locale(7)).
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].first { !environment[$0, default: ""].isEmpty }
    let value = name.map { "\($0)=\(environment[$0, default: ""])" } ?? "none is set"
    let canvas = AppearanceOptions.canvas(nil, environment: environment)
    guard canvas == .ascii else {
      return [ok(area, "locale", "\(value), UTF-8"), ok(area, "curves", canvas.rawValue)]
    }
    return [
      warning(
        area, "locale", "\(value), not UTF-8 or not installed",
        advice: "everything is drawn in ASCII; set LANG=C.UTF-8, or another locale that locale -a lists"),
      ok(area, "curves", canvas.rawValue),
    ]
  }
}
