import Analysis
import AnalysisEngine
import ArgumentParser
import ChartCells
import Charts
import CursesTerminal
import Dashboard
import Foundation
import SystemPackage

struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract: "Open the dashboard on directories of feature dumps (the default).",
    discussion: "Press ? for the keys. Nothing is written below the directories.")

  @Argument(help: ArgumentHelp("Directories to be searched for .npy files, or files.", valueName: "directory"))
  var directories: [String] = ["."]

  @OptionGroup var options: AnalysisOptions

  func run() throws {
    do {
      try openDashboard()
    } catch let error as TerminalError {
      StandardStreams.printError("eigentop: \(error.description)")
      throw ExitCode(2)
    }
  }

  private func openDashboard() throws {
    let environment = ProcessInfo.processInfo.environment
    let theme = try Self.loadTheme()
    let wakeUp = try EventDescriptor()
    // A reader that goes away is an error of that write, not the end of the program.
    signal(SIGPIPE, SIG_IGN)
    let signals = try TerminalSignals(waking: wakeUp)
    let terminal = try CursesTerminal(colors: environment["NO_COLOR", default: ""].isEmpty)
    defer { terminal.close() }

    let mailbox = Mailbox<Action>(wakingUp: wakeUp)
    let engine = AnalysisEngine(options.engineConfiguration) { mailbox.post(.engine($0, at: .now)) }
    let roots = directories.map { FilePath($0) }
    let model = Model(
      title: directories.joined(separator: " "), fitRange: options.fitRange, columns: terminal.size.columns,
      rows: terminal.size.rows)
    let appearance = Appearance(theme: ResolvedTheme(theme, depth: terminal.colorDepth))
    let loop = RunLoop(
      terminal: terminal, signals: signals, wakeUp: wakeUp, mailbox: mailbox, engine: engine, appearance: appearance,
      model: model)
    // The first frame does not wait for the first file.
    Task(executorPreference: engine.executor) { await engine.open(roots) }
    loop.run()
  }

  /// The theme file; a program without its files still works, without colours.
  private static func loadTheme() throws -> Theme {
    guard let directory = ThemeDirectory.find() else { return .monochrome }
    do {
      return try ThemeFile.read(directory.appending(path: "dark.toml"))
    } catch {
      StandardStreams.printError("eigentop: \(error)")
      throw ExitCode(2)
    }
  }
}

extension ClockTime {
  /// The local time.
  static var now: ClockTime {
    let parts = Calendar.current.dateComponents([.hour, .minute, .second], from: Date())
    return ClockTime(hour: parts.hour ?? 0, minute: parts.minute ?? 0, second: parts.second ?? 0)
  }
}
