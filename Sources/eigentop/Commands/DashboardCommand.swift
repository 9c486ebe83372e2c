import Analysis
import AnalysisEngine
import ArgumentParser
import ChartCells
import Charts
import CursesTerminal
import Dashboard
import Foundation
import SystemPackage
import TensorFiles
import WakeUps

struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract: "Open the dashboard on directories of feature dumps (the default).",
    discussion: "Press ? for the keys. Nothing is written below the directories.")

  @Argument(
    help: ArgumentHelp(
      "Directories to be searched for \(ArrayFormat.suffixesInWords) files, or files.", valueName: "directory"),
    completion: .directory)
  var directories: [String] = ["."]

  @Flag(help: "Neither go on where you left these directories, nor remember where you leave them.")
  var noSession = false

  @OptionGroup var options: AnalysisOptions
  @OptionGroup var watching: WatchingOptions
  @OptionGroup var appearance: AppearanceOptions

  func run() throws {
    try openDashboard()
    leaveAtOnce(status: 0)
  }

  /// Shows the dashboard until the user leaves it.
  func openDashboard() throws {
    do {
      try open()
    } catch let error as TerminalError {
      StandardStreams.printError("eigentop: \(error.description)")
      throw ExitCode(2)
    }
  }

  private static func wakeUp() throws(TerminalError) -> EventDescriptor {
    do { return try EventDescriptor() } catch { throw .system(call: "eventfd", errno: error.rawValue) }
  }

  private func open() throws {
    let environment = ProcessInfo.processInfo.environment
    let preferences = try watching.configuration.preferences()
    let start = try DashboardStart(preferences, appearance: appearance, options: options)
    let wakeUp = try Self.wakeUp()
    // A reader that goes away is an error of that write, not the end of the program.
    signal(SIGPIPE, SIG_IGN)
    let signals = try TerminalSignals(waking: wakeUp)
    let terminal = try CursesTerminal(
      colors: environment["NO_COLOR", default: ""].isEmpty, repertoire: start.repertoire)
    defer { terminal.close() }

    let mailbox = Mailbox<Action>(wakingUp: wakeUp)
    var configuration = options.engineConfiguration
    configuration.tokens = options.tokens.given ?? preferences.tokens
    configuration.fit = start.fit
    configuration.computesUncertainty = true
    configuration.showsPreviews = options.precision == .auto
    configuration.isLive = true
    configuration.polls = watching.poll
    let store = options.store(sizeLimit: preferences.cacheSize) {
      mailbox.post(.engine(.problem($0), at: ClockTime(Date())))
    }
    configuration.store = store
    let engine = AnalysisEngine(configuration) { update in mailbox.post(.engine(update, at: update.clockTime)) }
    let roots = directories.map { FilePath($0) }
    var model = Model(
      title: Self.title(of: directories), fit: start.fit, alertRules: preferences.alertRules,
      keymap: preferences.keymap, columns: terminal.size.columns, rows: terminal.size.rows)
    for setting in start.settings { model.adopt(setting) }
    model.draw(with: start.canvas)
    let session = noSession ? nil : SessionFile(roots)
    var warnings = start.warnings
    do {
      if let remembered = try session?.read() { model.resume(remembered, on: roots) }
    } catch {
      warnings.append("\(error)")
    }
    for warning in warnings {
      mailbox.post(.engine(.problem(warning), at: ClockTime(Date())))
    }
    let loop = RunLoop(
      terminal: terminal, signals: signals, wakeUp: wakeUp, mailbox: mailbox, engine: engine,
      laboratory: LaboratoryBench(
        engine: engine, mailbox: mailbox, configuration: configuration),
      themes: start.themes, settings: SettingsFile(), session: session, model: model)
    loop.run(on: roots)
    terminal.close()
    loop.finishExports()
    store.close()
  }

  /// What the header calls them: all names, of many only the first.
  private static func title(of directories: [String]) -> String {
    directories.count <= 3
      ? directories.joined(separator: " ") : "\(directories[0]) and \(directories.count - 1) more"
  }
}

extension ClockTime {
  /// The local time of a moment.
  init(_ date: Date) {
    let parts = Calendar.current.dateComponents([.hour, .minute, .second], from: date)
    self.init(hour: parts.hour ?? 0, minute: parts.minute ?? 0, second: parts.second ?? 0)
  }
}

extension EngineUpdate {
  /// When what it tells of happened: now, but for a run, which may have been silent for long.
  fileprivate var clockTime: ClockTime {
    if case .run(_, _, let lastSign) = self {
      ClockTime(Date(timeIntervalSince1970: lastSign))
    } else {
      ClockTime(Date())
    }
  }
}
