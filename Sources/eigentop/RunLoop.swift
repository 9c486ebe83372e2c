import Analysis
import AnalysisEngine
import ChartCells
import CursesTerminal
import Dashboard
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
  private let themes: ThemeChoice
  private let canvas: ChartCanvas
  private var model: Model
  private var trace = Trace()
  private var keyCount = 0
  private var isOver = false

  init(
    terminal: CursesTerminal, signals: TerminalSignals, wakeUp: EventDescriptor, mailbox: Mailbox<Action>,
    engine: AnalysisEngine, themes: ThemeChoice, canvas: ChartCanvas, model: Model
  ) {
    self.terminal = terminal
    self.signals = signals
    self.wakeUp = wakeUp
    self.mailbox = mailbox
    self.engine = engine
    self.themes = themes
    self.canvas = canvas
    self.model = model
  }

  /// Shows the dashboard on these directories; returns when the user quits or the terminal is gone.
  func run(on roots: [FilePath]) {
    takeSize()
    draw()
    // Only now: the first frame comes before the first file is opened.
    Task(executorPreference: engine.executor) { [engine] in await engine.open(roots) }
    while !isOver {
      let readiness = waitForInput(terminal: terminal.fileDescriptor, event: wakeUp)
      if readiness.contains(.terminalHungUp) { return }
      // Drained before what it announces is looked at: what comes in between wakes again.
      wakeUp.drain()
      answerSignals()
      while !isOver, let key = terminal.readKey() {
        keyCount += 1
        handle([.key(key)])
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
        terminal.suspend()
        takeSize()
      case .redraw:
        terminal.redraw()
      case .fit(let settings, let dump):
        Task(executorPreference: engine.executor) { [engine] in await engine.fit(settings, to: dump) }
      case .prioritise(let dumps):
        Task(executorPreference: engine.executor) { [engine] in await engine.prioritise(dumps) }
      case .ringBell:
        terminal.ringBell()
      case .loadSpectra(let id):
        Task(executorPreference: engine.executor) { [engine, mailbox] in
          mailbox.post(.spectraLoaded(id, await engine.spectra(of: id)))
        }
      }
    }
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
    let theme = themes.theme(onLuminance: terminal.backgroundLuminance)
    let appearance = Appearance(theme: ResolvedTheme(theme, depth: terminal.colorDepth), canvas: canvas)
    render(model, appearance, into: &buffer)
    terminal.draw(buffer)
    let pending = model.pendingCounts
    trace.note(keys: keyCount, queued: pending.queued, running: pending.running)
  }
}
