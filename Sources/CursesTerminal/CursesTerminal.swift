import CNcurses
import CSignals
import Glibc
import TerminalCells

/// The terminal of the process (standard input and output), taken over for the whole screen by ncurses.
///
/// ncurses is one set of globals, so there is one `CursesTerminal`, and only the main thread uses it; it is not
/// `Sendable`. `close` (or its end) gives the terminal back as it was; so does a fatal signal when `TerminalSignals`
/// was installed before.
public final class CursesTerminal {
  /// How many colours are drawn.
  public let colorDepth: ColorDepth
  /// What to wait on for keys.
  public let fileDescriptor = STDIN_FILENO
  /// The relative luminance of the terminal's background (WCAG 2: 0 for black to 1 for white); `nil` until the terminal
  /// has said it, which many never do. The answer comes among the keys, so it may change whenever `readInput` was called.
  public private(set) var backgroundLuminance: Double?

  private let screen: OpaquePointer
  private let widestRepertoire: CharacterRepertoire
  private var input: InputReader
  private let savedSettings: termios
  private let restoreSequence: [UInt8]
  private var painter: CellPainter
  /// What the screen shows; `nil` when unknown.
  private var drawn: CellBuffer?
  private var isOpen = true
  private var capturesMouse = false
  /// The terminal has said that it knows mode 2026.
  private var synchronizesUpdates = false

  /// Takes the terminal over, hides its cursor, and asks it about itself; answers are not waited for.
  ///
  /// - Parameters:
  ///   - colors: `false` draws with attributes only (the user's `NO_COLOR`).
  ///   - repertoire: the characters that may reach the terminal.
  /// - Throws: what is missing, in words, before anything was changed.
  public init(colors: Bool = true, repertoire: CharacterRepertoire = .unicode) throws(TerminalError) {
    try Self.checkStreams()
    try Self.checkType()
    try Self.setLocale(for: repertoire)
    var settings = termios()
    guard tcgetattr(fileDescriptor, &settings) == 0 else { throw .system(call: "tcgetattr", errno: errno) }
    savedSettings = settings
    restoreSequence = RestoreSequence.make()
    eigentop_forget_terminal_type()
    Self.arm(settings, restoreSequence)

    // Otherwise LINES and COLUMNS of the environment win over the terminal's own size.
    use_tioctl(true)
    guard let screen = eigentop_new_terminal() else {
      eigentop_restore_disarm()
      throw .system(call: "newterm", errno: errno)
    }
    guard let input = InputReader() else {
      endwin()
      delscreen(screen)
      eigentop_restore_disarm()
      throw .system(call: "newpad", errno: ENOMEM)
    }
    self.screen = screen
    widestRepertoire = repertoire
    self.input = input
    if colors, has_colors(), start_color() == OK, use_default_colors() == OK {
      colorDepth = ColorDepth(colorCount: Int(eigentop_colors()))
    } else {
      colorDepth = .none
    }
    painter = CellPainter(
      pairs: ColorPairs(depth: colorDepth, limit: eigentop_color_pairs()), repertoire: repertoire)

    // Ctrl-C and Ctrl-Z are keys; the program answers them. Ctrl-\ ends it also when it is stuck.
    raw()
    if eigentop_leave_quit_key(fileDescriptor) == 0 { def_prog_mode() }
    noecho()
    nonl()
    curs_set(0)
    // Otherwise a key in the queue interrupts drawing.
    typeahead(-1)
    tell(BracketedPaste.capture)
    // Not before echo is off.
    if TerminalKind.answersQuestions {
      self.input.expectAnswers()
      tell(TerminalAnswer.questions)
    }
  }

  deinit { close() }

  /// Columns and rows.
  public var size: (columns: Int, rows: Int) {
    let window = eigentop_screen()
    return (max(0, Int(getmaxx(window))), max(0, Int(getmaxy(window))))
  }

  /// Shows a buffer, from the top left corner. Only what differs from the last one is sent, as one synchronised update
  /// where the terminal knows such.
  public func draw(_ buffer: CellBuffer) {
    guard isOpen else { return }
    let earlier = drawn ?? CellBuffer(width: 0, height: 0)
    if earlier.bounds != buffer.bounds { werase(eigentop_screen()) }
    for run in buffer.difference(from: earlier) { painter.put(run) }
    drawn = buffer
    synchronized {
      wnoutrefresh(eigentop_screen())
      doupdate()
    }
  }

  /// Draws with these characters from now on; where the terminal was opened with ASCII alone, it stays so.
  /// - Returns: the characters that are drawn.
  public func use(_ repertoire: CharacterRepertoire) -> CharacterRepertoire {
    let possible = widestRepertoire == .ascii ? .ascii : repertoire
    if painter.repertoire != possible { drawn = nil }
    painter.repertoire = possible
    return possible
  }

  /// Takes the mouse from the terminal, or leaves it to it, for selecting text.
  public func captureMouse(_ captures: Bool) {
    guard isOpen, captures != capturesMouse else { return }
    capturesMouse = captures
    tell(captures ? MouseEvent.capture : MouseEvent.release)
  }

  /// Makes the terminal call, by a sound or a flash as it is set.
  public func ringBell() {
    if isOpen { _ = beep() }
  }

  /// Puts text on the clipboard of whoever sits at the terminal (OSC 52), be it through tmux or ssh. False where it is longer
  /// than terminals take. Whether this one takes any is not known: it does not answer.
  ///
  /// - Parameter encoded: the text in base64.
  public func copy(base64 encoded: String) -> Bool {
    guard isOpen, encoded.utf8.count <= Self.longestClipboard else { return false }
    tell("\u{1b}]52;c;\(encoded)\u{07}")
    return true
  }

  /// Bytes of base64 that common terminals take (xterm, tmux, iTerm2 and kitty agree on at least so many).
  private static let longestClipboard = 74_994

  /// Paints the whole screen anew, for a terminal that somebody else has written to.
  public func redraw() {
    guard isOpen else { return }
    synchronized { eigentop_repaint() }
  }

  /// Takes on the size that the terminal has now (after `TerminalSignals.Event.resized`). Draw afterwards.
  public func resize() {
    var window = winsize()
    guard isOpen, ioctl(fileDescriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0
    else { return }
    guard is_term_resized(Int32(window.ws_row), Int32(window.ws_col)) else { return }
    resizeterm(Int32(window.ws_row), Int32(window.ws_col))
    drawn = nil
  }

  /// What the user did next, `nil` when there is nothing. Waits only to tell Esc from a key that begins with it, for 25 ms
  /// at most. What the terminal says in between is no input and changes `backgroundLuminance`, if anything.
  public func readInput() -> InputEvent? {
    while isOpen, let event = input.next() {
      switch event {
      case .input(let input): return input
      case .answer(.background(let luminance)): backgroundLuminance = luminance
      case .answer(.synchronizedUpdates(let known)): synchronizesUpdates = known
      case .answer(.deviceAttributes): break
      }
    }
    return nil
  }

  /// Gives the terminal back, stops the process group as Ctrl-Z does, and takes it again when the process goes on.
  public func suspend() {
    guard isOpen else { return }
    giveBack()
    eigentop_stop()
    resume()
  }

  /// Takes the terminal again after the process was stopped, and paints it; its size may be new, so draw afterwards.
  public func resume() {
    guard isOpen else { return }
    // Stopped by SIGSTOP, which nobody can answer: ncurses does not know yet that the screen is lost.
    if !isendwin() { endwin() }
    Self.arm(savedSettings, restoreSequence)
    reset_prog_mode()
    tell(BracketedPaste.capture)
    if capturesMouse { tell(MouseEvent.capture) }
    resize()
    eigentop_repaint()
  }

  /// Gives the terminal back as it was before. May be called more than once.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    giveBack()
    input.close()
    delscreen(screen)
  }

  private func giveBack() {
    // What the terminal has answered meanwhile would be typed into the shell.
    if input.awaitsAnswers { tcflush(fileDescriptor, TCIFLUSH) }
    if capturesMouse { tell(MouseEvent.release) }
    tell(BracketedPaste.release)
    endwin()
    eigentop_restore_disarm()
  }
}

// MARK: - Writing past ncurses

extension CursesTerminal {
  /// Between frames, when ncurses has nothing in its buffer.
  private func tell(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0 && errno != EINTR { return }
      rest = rest.dropFirst(max(0, written))
    }
  }

  private func synchronized(_ update: () -> Void) {
    if synchronizesUpdates { tell("\u{1b}[?2026h") }
    update()
    if synchronizesUpdates { tell("\u{1b}[?2026l") }
  }
}

// MARK: - Opening

extension CursesTerminal {
  private static func checkStreams() throws(TerminalError) {
    if isatty(STDIN_FILENO) == 0 { throw .notATerminal("standard input") }
    if isatty(STDOUT_FILENO) == 0 { throw .notATerminal("standard output") }
  }

  /// Looks the terminal's type up, which stays set up.
  static func checkType() throws(TerminalError) {
    guard let name = getenv("TERM").map({ String(cString: $0) }), !name.isEmpty else { throw .unknownType(nil) }
    var status: Int32 = 0
    guard setupterm(nil, STDOUT_FILENO, &status) == OK else { throw .unknownType(name) }
    guard eigentop_capability("cup") != nil else { throw .cannotMoveCursor(name) }
  }

  private static func setLocale(for repertoire: CharacterRepertoire) throws(TerminalError) {
    switch repertoire {
    case .unicode: if !eigentop_use_unicode() { throw .noUnicodeLocale }
    case .ascii: eigentop_use_user_locale()
    }
  }

  /// A sequence that is too long for the signal handler is dropped: the settings are what a shell needs most.
  private static func arm(_ settings: termios, _ sequence: [UInt8]) {
    var settings = settings
    let refused = sequence.withUnsafeBytes {
      eigentop_restore_arm(STDOUT_FILENO, &settings, $0.baseAddress, $0.count) != 0
    }
    if refused { _ = eigentop_restore_arm(STDOUT_FILENO, &settings, "", 0) }
  }
}
