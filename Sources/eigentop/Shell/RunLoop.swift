import Analysis
import AnalysisEngine
import ChartCells
import CursesTerminal
import Dashboard
import Foundation
import SystemPackage
import TerminalCells
import WakeUps

/// Joins the dashboard, which knows no files and no clock, with the terminal and the engine, which know nothing else.
///
/// Runs on the main thread. Sleeps until a key, a message or a signal comes; then takes all of them, lets `update` have them,
/// draws once, and sleeps again. What the user did is answered at once; what only the engine says may wait until the last news
/// have been on the screen for a while, for nobody reads faster, and frames cost time that the engine needs.
final class RunLoop {
  /// How long news stay on the screen before others are drawn, unless something else is.
  private static let newsTime = Duration.milliseconds(100)

  private let terminal: CursesTerminal
  private let signals: TerminalSignals
  private let wakeUp: EventDescriptor
  private let mailbox: Mailbox<Action>
  private let engine: AnalysisEngine
  private let requests: EngineRequests
  private var themes: ThemeControl
  private let themeFiles = DirectoryWatch()
  private let exports: ExportDesk
  private let settings: SettingsFile?
  private let session: SessionFile?
  private var model: Model
  private var trace = Trace()
  private var roots: [FilePath] = []
  private var inputCount = 0
  /// What the engine has said since it was last drawn.
  private var news: [Action] = []
  /// When news are to be drawn.
  private var nextNews = ContinuousClock.now
  private var isOver = false

  init(
    terminal: CursesTerminal, signals: TerminalSignals, wakeUp: EventDescriptor, mailbox: Mailbox<Action>,
    engine: AnalysisEngine, laboratory: LaboratoryBench, themes: ThemeControl,
    settings: SettingsFile?, session: SessionFile?,
    model: Model
  ) {
    self.terminal = terminal
    self.signals = signals
    self.wakeUp = wakeUp
    self.mailbox = mailbox
    self.engine = engine
    exports = ExportDesk(wakingUp: wakeUp)
    requests = EngineRequests(engine: engine, mailbox: mailbox, laboratory: laboratory)
    self.themes = themes
    self.settings = settings
    self.session = session
    self.model = model
  }

  /// Shows the dashboard on these directories; returns when the user quits or the terminal is gone.
  func run(on roots: [FilePath]) {
    self.roots = roots
    _ = terminal.use(model.canvas == .ascii ? .ascii : .unicode)
    terminal.captureMouse(model.takesMouse)
    takeSize()
    listThemes()
    draw()
    defer { rememberSession() }
    // Only now: the first frame comes before the first file is opened.
    Task(executorPreference: engine.executor) { [engine] in await engine.open(roots) }
    while !isOver {
      let readiness = waitForInput(
        terminal: terminal.fileDescriptor, event: wakeUp, other: themeFiles.descriptor,
        until: news.isEmpty ? nil : nextNews)
      if readiness.contains(.terminalHungUp) { return }
      // Drained before what it announces is looked at: what comes in between wakes again.
      wakeUp.drain()
      var isAnswer = answerSignals() || readiness.contains(.terminalReadable)
      let background = terminal.backgroundLuminance
      if themeFiles.drain() {
        reloadThemes()
        isAnswer = true
      }
      while !isOver, let input = terminal.readInput() {
        inputCount += 1
        // Also one that has come since the terminal was asked.
        isAnswer = true
        handle([Action(input)])
      }
      isAnswer = isAnswer || terminal.backgroundLuminance != background
      guard !isOver else { return }
      isAnswer = takeExports() || isAnswer
      show(mailbox.drain(), isAnswer: isAnswer)
    }
  }

  /// Handles messages and draws, at once unless all there is are news, and others have only just been drawn.
  private func show(_ messages: [Action], isAnswer: Bool) {
    news += messages
    let now = ContinuousClock.now
    guard isAnswer || !messages.allSatisfy(\.isNews) || !news.isEmpty && nextNews <= now else { return }
    if !news.isEmpty { nextNews = now + Self.newsTime }
    handle(news)
    news = []
    if !isOver { draw() }
  }

  private func handle(_ actions: [Action]) {
    for effect in update(&model, actions) { effect.perform(requests, in: self) }
  }

  // MARK: What the dashboard wants done

  func quit() { isOver = true }

  func suspend() {
    rememberSession()
    terminal.suspend()
    takeSize()
  }

  func redraw() { terminal.redraw() }

  func ringBell() { terminal.ringBell() }

  func captureMouse(_ captures: Bool) { terminal.captureMouse(captures) }

  func draw(theme name: String) { report(themes.show(name)) }

  func keep(_ setting: Setting) {
    if let glyphs = Setting.glyphs.value(of: setting) {
      let wanted = AppearanceOptions.canvas(glyphs)
      model.draw(with: terminal.use(wanted == .ascii ? .ascii : .unicode) == .ascii ? .ascii : wanted)
    }
    guard let settings else { return report("there is no home directory to keep settings in") }
    do {
      try settings.write(setting)
    } catch {
      report("\(settings.url.path) cannot be written; the setting holds until the end")
    }
  }

  private var exporter: Exporter {
    let theme = themes.choice.theme(onLuminance: terminal.backgroundLuminance)
    return Exporter(
      model: model, appearance: Appearance(theme: ResolvedTheme(theme, depth: .trueColor), canvas: model.canvas),
      library: themes.library)
  }

  func export(_ request: ExportRequest, to name: String, replaces: Bool) {
    do throws(ExportFailure) {
      let file = try ExportedFile(name, watched: roots)
      // Asked before anything is drawn: a question that came later would take keys that were meant for something else.
      guard replaces || !file.isTaken else { return handle([.exportExists(request, named: name)]) }
      let destination = ExportDesk.Destination.file(file, named: name, replaces: replaces)
      exports.take(ExportDesk.Order(request: request, exporter: exporter, destination: destination))
    } catch {
      handle([.failure(error.description)])
    }
  }

  func copyExport(_ request: ExportRequest, _ what: String) {
    exports.take(ExportDesk.Order(request: request, exporter: exporter, destination: .clipboard(what)))
  }

  /// Tells what has come of exports; returns whether there was anything to tell.
  private func takeExports() -> Bool {
    let outcomes = exports.drain()
    for outcome in outcomes {
      switch outcome {
      case .written(let name, let path):
        let isCopied = terminal.copy(base64: Data(path.utf8).base64EncodedString())
        handle([.exported(named: name, path: path, isPathCopied: isCopied)])
      case .text(let text, let what): copy(text, what)
      case .failed(let reason): handle([.failure(reason)])
      }
    }
    return !outcomes.isEmpty
  }

  /// Returns when all files are there that were asked for. To be called when the terminal is given back, so that
  /// whoever waits can see for what, and can end it.
  func finishExports() {
    let outcomes = exports.finish { names in
      StandardStreams.printError("eigentop: writing \(names.joined(separator: ", "))")
    }
    for outcome in outcomes {
      switch outcome {
      case .written(_, let path): StandardStreams.printError("eigentop: \(path) written")
      case .failed(let reason): StandardStreams.printError("eigentop: \(reason)")
      case .text: break
      }
    }
  }

  /// Puts text on the clipboard, or into a file where that is too long for one.
  func copy(_ text: String, _ what: String) {
    if terminal.copy(base64: Data(text.utf8).base64EncodedString()) { return handle([.notice("\(what) copied")]) }
    do throws(ExportFailure) {
      let path = try ExportedFile(
        model.exportFolder + "eigentop-clipboard-001.txt", watched: roots
      ).write(Array(text.utf8), replaces: false)
      handle([.notice("\(what): too much for a terminal's clipboard, \(path) written")])
    } catch {
      handle([.failure("\(what): too much for a terminal's clipboard, and \(error.description)")])
    }
  }

  func listThemes() {
    // A directory may have come into being.
    themeFiles.watch(themes.directories)
    handle([.themes(themes.entries)])
  }

  private func reloadThemes() {
    listThemes()
    report(themes.reload())
  }

  /// Where it cannot be written there is nobody left to be told.
  private func rememberSession() { try? session?.write(model) }

  private func report(_ failure: String?) {
    if let failure { handle([.failure(failure)]) }
  }

  /// Returns whether there were any.
  private func answerSignals() -> Bool {
    let events = signals.take()
    for event in events {
      switch event {
      case .resized: terminal.resize()
      case .suspendRequested: terminal.suspend()
      case .continued: terminal.resume()
      }
      takeSize()
    }
    return !events.isEmpty
  }

  private func takeSize() {
    let size = terminal.size
    handle([.resized(columns: size.columns, rows: size.rows)])
  }

  private func draw() {
    var buffer = CellBuffer(width: model.columns, height: model.rows)
    // The terminal may have said by now what its background is.
    let theme = themes.choice.theme(onLuminance: terminal.backgroundLuminance)
    let appearance = Appearance(theme: ResolvedTheme(theme, depth: terminal.colorDepth), canvas: model.canvas)
    render(model, appearance, into: &buffer)
    terminal.draw(buffer)
    let pending = model.pendingCounts
    trace.note(keys: inputCount, queued: pending.queued, running: pending.running)
  }
}

extension Action {
  fileprivate init(_ input: InputEvent) {
    switch input {
    case .key(let key): self = .key(key)
    case .mouse(let event): self = .mouse(event)
    case .paste(let text): self = .paste(text)
    }
  }

  /// Whether the engine says it by itself, and not because a key asked for it.
  fileprivate var isNews: Bool { if case .engine = self { true } else { false } }
}
