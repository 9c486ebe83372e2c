import Analysis
import AnalysisEngine
import ChartCells
import CursesTerminal
import Dashboard
import Foundation
import Goldilocks
import SystemPackage
import TerminalCells

/// Joins the dashboard, which knows no files and no clock, with the terminal and the engine, which know nothing else.
///
/// Runs on the main thread. Sleeps until a key, a message or a signal comes; then takes all of them, lets `update` have them,
/// draws once, and sleeps again.
final class RunLoop {
  private let terminal: CursesTerminal
  private let signals: TerminalSignals
  private let wakeUp: EventDescriptor
  private let mailbox: Mailbox<Action>
  private let engine: AnalysisEngine
  private let laboratory: LaboratoryBench
  private var themes: ThemeControl
  private let themeFiles = DirectoryWatch()
  private var canvas: ChartCanvas
  private let settings: SettingsFile?
  private let session: SessionFile?
  private var model: Model
  private var trace = Trace()
  private var roots: [FilePath] = []
  private var inputCount = 0
  private var isOver = false

  init(
    terminal: CursesTerminal, signals: TerminalSignals, wakeUp: EventDescriptor, mailbox: Mailbox<Action>,
    engine: AnalysisEngine, laboratory: LaboratoryBench, themes: ThemeControl, canvas: ChartCanvas,
    settings: SettingsFile?, session: SessionFile?,
    model: Model
  ) {
    self.terminal = terminal
    self.signals = signals
    self.wakeUp = wakeUp
    self.mailbox = mailbox
    self.engine = engine
    self.laboratory = laboratory
    self.themes = themes
    self.canvas = canvas
    self.settings = settings
    self.session = session
    self.model = model
  }

  /// Shows the dashboard on these directories; returns when the user quits or the terminal is gone.
  func run(on roots: [FilePath]) {
    self.roots = roots
    _ = terminal.use(canvas == .ascii ? .ascii : .unicode)
    model.draw(with: canvas)
    terminal.captureMouse(model.takesMouse)
    takeSize()
    listThemes()
    draw()
    defer { rememberSession() }
    // Only now: the first frame comes before the first file is opened.
    Task(executorPreference: engine.executor) { [engine] in await engine.open(roots) }
    while !isOver {
      let readiness = waitForInput(terminal: terminal.fileDescriptor, event: wakeUp, other: themeFiles.descriptor)
      if readiness.contains(.terminalHungUp) { return }
      // Drained before what it announces is looked at: what comes in between wakes again.
      wakeUp.drain()
      answerSignals()
      if themeFiles.drain() { reloadThemes() }
      while !isOver, let input = terminal.readInput() {
        inputCount += 1
        handle([Action(input)])
      }
      if !isOver { handle(mailbox.drain()) }
      if !isOver { draw() }
    }
  }

  private func handle(_ actions: [Action]) {
    for effect in update(&model, actions) {
      switch effect {
      case .quit:
        isOver = true
      case .suspend:
        rememberSession()
        terminal.suspend()
        takeSize()
      case .redraw:
        terminal.redraw()
      case .fit(let settings, let dump):
        Task(executorPreference: engine.executor) { [engine] in await engine.fit(settings, to: dump) }
      case .prioritise(let dumps):
        Task(executorPreference: engine.executor) { [engine] in await engine.prioritise(dumps) }
      case .recompute(let dump):
        Task(executorPreference: engine.executor) { [engine] in await engine.recompute(dump) }
      case .probe(let dumps, let options):
        Task(executorPreference: engine.executor) { [engine] in
          for dump in dumps { await engine.probe(dump, options: options) }
        }
      case .replay(let setting):
        // Not on the engine's threads: it may take seconds, and messages wait for no arithmetic.
        Thread.detachNewThread { [mailbox] in mailbox.post(.replayed(setting, SelectionReplay(setting))) }
      case .copy(let text, let what):
        let encoded = Data(text.utf8).base64EncodedString()
        handle([
          .notice(
            terminal.copy(base64: encoded) ? "\(what) copied" : "\(what) are more than a terminal's clipboard takes")
        ])
      case .write(let text, let name):
        write(text, to: name)
      case .captureMouse(let captures):
        terminal.captureMouse(captures)
      case .ringBell:
        terminal.ringBell()
      case .loadSpectra(let id):
        Task(executorPreference: engine.executor) { [engine, mailbox] in
          mailbox.post(.spectraLoaded(id, await engine.spectra(of: id)))
        }
      case .simulate(let experiment):
        laboratory.begin(experiment)
      case .compareViews(let dump, let lambda):
        laboratory.compareViews(of: dump, lambda: lambda)
      case .draw(let name):
        report(themes.show(name))
      case .listThemes:
        listThemes()
      case .keep(let setting):
        keep(setting)
      }
    }
  }

  private func keep(_ setting: Setting) {
    if case .glyphs(let glyphs) = setting {
      let wanted = AppearanceOptions.canvas(glyphs)
      canvas = terminal.use(wanted == .ascii ? .ascii : .unicode) == .ascii ? .ascii : wanted
      model.draw(with: canvas)
    }
    guard let settings else { return report("there is no home directory to keep settings in") }
    do {
      try settings.write(setting)
    } catch {
      report("\(settings.url.path) cannot be written; the setting holds until the end")
    }
  }

  private func write(_ text: String, to name: String) {
    do {
      let file = try ExportedFile(name, watched: roots)
      try file.write(text)
      handle([.notice("\(file.url.path) written")])
    } catch {
      handle([.failure("\(error)")])
    }
  }

  private func listThemes() {
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

  private func answerSignals() {
    for event in signals.take() {
      switch event {
      case .resized: terminal.resize()
      case .suspendRequested: terminal.suspend()
      case .continued: terminal.resume()
      }
      takeSize()
    }
  }

  private func takeSize() {
    let size = terminal.size
    handle([.resized(columns: size.columns, rows: size.rows)])
  }

  private func draw() {
    var buffer = CellBuffer(width: model.columns, height: model.rows)
    // The terminal may have said by now what its background is.
    let theme = themes.choice.theme(onLuminance: terminal.backgroundLuminance)
    let appearance = Appearance(theme: ResolvedTheme(theme, depth: terminal.colorDepth), canvas: canvas)
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
    }
  }
}
