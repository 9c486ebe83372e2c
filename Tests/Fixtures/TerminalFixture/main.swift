// A program of one screen that shows the keys it gets, for the tests of CursesTerminal. `--no-colors` as NO_COLOR,
// `--ascii` for a terminal without other characters; every further argument is a name, shown in a row of its own from the
// sixth on, with a bar after it and one in column 40.
//
// Keys with a meaning: M and m take the mouse and leave it; q and Ctrl-C quit, Ctrl-Z suspends, Ctrl-L paints anew; T reads beyond an array, O overflows the
// stack, A aborts. A lost terminal ends it with status 3, no terminal with status 1.
import CursesTerminal
import Glibc
import TerminalCells
import WakeUps

let options = CommandLine.arguments.dropFirst().filter { $0.hasPrefix("--") }
let names = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") }

/// What the terminal said of its background.
func background(_ terminal: CursesTerminal) -> String {
  terminal.backgroundLuminance.map { $0 > 0.5 ? " light" : " dark" } ?? ""
}

func scene(_ terminal: CursesTerminal, keys: [KeyEvent], mouse: MouseEvent?, pasted: String?) -> CellBuffer {
  let (columns, rows) = terminal.size
  var buffer = CellBuffer(width: columns, height: rows)
  buffer.write("\(columns)x\(rows) \(terminal.colorDepth)\(background(terminal))", x: 0, y: 0)
  buffer.write("a界b", x: 2, y: 1, style: Style(foreground: .palette(1), background: .palette(4), attributes: .bold))
  buffer.write("orange", x: 2, y: 2, style: Style(foreground: .rgb(255, 135, 0), attributes: .underline))
  buffer.write("reverse", x: 10, y: 2, style: Style(attributes: .reverse))
  buffer.write("e\u{301}⣿", x: 20, y: 2)
  buffer.write("keys: " + keys.map(\.description).joined(separator: " ") + ".", x: 0, y: 3)
  if let mouse { buffer.write("mouse: \(mouse.kind) \(mouse.column),\(mouse.row).", x: 0, y: 4) }
  if let pasted { buffer.write("pasted: \(pasted.debugDescription)", x: 30, y: 4) }
  for (row, name) in names.enumerated() {
    let end = buffer.write(name, x: 0, y: 5 + row)
    buffer.write("|", x: end, y: 5 + row)
    buffer.write("|", x: 40, y: 5 + row)
  }
  buffer[columns - 1, rows - 1] = Cell("#")
  return buffer
}

func overflow(_ depth: Int) -> Int { depth < 0 ? 0 : overflow(depth + 1) + overflow(depth + 2) }

func report(frame: Int, keys: Int) {
  guard let descriptor = getenv("EIGENTOP_TRACE").flatMap({ Int32(String(cString: $0)) }) else { return }
  let line = Array("frame=\(frame) keys=\(keys) queued=0 running=0\n".utf8)
  _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
}

func answer(_ key: KeyEvent, _ terminal: CursesTerminal, keyCount: Int) -> Bool {
  switch key {
  case .character("q"), .control("c"): return false
  case .control("z"): terminal.suspend()
  case .control("l"): terminal.redraw()
  case .character("A"): abort()
  case .character("M"): terminal.captureMouse(true)
  case .character("m"): terminal.captureMouse(false)
  case .character("T"): _ = [Int]()[keyCount]
  case .character("O"): _ = overflow(keyCount)
  default: break
  }
  return true
}

func run() throws -> Int32 {
  let event = try EventDescriptor()
  let signals = try TerminalSignals(waking: event)
  let terminal = try CursesTerminal(
    colors: !options.contains("--no-colors"), repertoire: options.contains("--ascii") ? .ascii : .unicode)
  defer { terminal.close() }
  var keys: [KeyEvent] = []
  var mouse: MouseEvent?
  var pasted: String?
  var frame = 0
  var shown: CellBuffer?
  while true {
    let wanted = scene(terminal, keys: keys.suffix(12), mouse: mouse, pasted: pasted)
    // What the terminal says is mostly nothing to see.
    if wanted != shown {
      terminal.draw(wanted)
      shown = wanted
      frame += 1
      report(frame: frame, keys: keys.count)
    }
    let readiness = waitForInput(terminal: terminal.fileDescriptor, event: event)
    if readiness.contains(.terminalHungUp) { return 3 }
    event.drain()
    let events = signals.take()
    if events.contains(.suspendRequested) { terminal.suspend() }
    if events.contains(.continued) { terminal.resume() }
    if events.contains(.resized) { terminal.resize() }
    while let input = terminal.readInput() {
      switch input {
      case .key(let key):
        keys.append(key)
        if !answer(key, terminal, keyCount: keys.count) { return 0 }
      case .mouse(let event):
        mouse = event
      case .paste(let text):
        pasted = text
      }
    }
  }
}

do {
  exit(try run())
} catch {
  let message = Array("cannot start: \(error)\n".utf8)
  _ = message.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(1)
}
