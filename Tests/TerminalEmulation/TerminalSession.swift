import CPseudoTerminal
import Glibc

/// A real program in a pseudo-terminal, driven by keys; what it writes is interpreted by a terminal emulator.
///
/// The program gets only the environment given here, `TERM`, a UTF-8 locale, and `EIGENTOP_TRACE`, the number of an
/// open descriptor to which it writes a `TraceLine` per frame. Its end kills the program.
public final class TerminalSession {
  /// Where the program is.
  public enum State: Sendable, Hashable {
    case running
    case stopped
    case ended(ProcessOutcome)
  }

  public private(set) var state = State.running
  /// Every frame that the program reported, oldest first.
  public private(set) var traceLines: [TraceLine] = []
  /// All that the program has written to its terminal.
  public private(set) var output: [UInt8] = []

  private let program: eigentop_pty_program
  private let emulator: TerminalEmulator
  private var isHungUp = false
  private var isTraceClosed = false
  private var unfinishedTraceLine: [UInt8] = []
  /// The end of the terminal's output, to find a marker in.
  private var recentOutput: [UInt8] = []
  private var updates: SynchronizedUpdates?

  /// Starts the executable at `path` in a terminal of this size. A terminal that synchronises updates (mode 2026) says
  /// so when it is asked, and then no wait ends in the middle of a frame.
  public init(
    _ path: String, arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80, rows: Int = 24,
    synchronizesUpdates: Bool = true
  ) throws(SessionError) {
    updates = synchronizesUpdates ? SynchronizedUpdates() : nil
    var variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "EIGENTOP_TRACE": "\(EIGENTOP_TRACE_DESCRIPTOR)",
      // Otherwise a crash starts a debugger's dialogue in the terminal.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    emulator = try TerminalEmulator(columns: columns, rows: rows)
    var program = eigentop_pty_program()
    let result = withCStrings([path] + arguments) { argv in
      withCStrings(variables.map { "\($0)=\($1)" }) { envp in
        eigentop_pty_start(path, argv, envp, Int32(columns), Int32(rows), &program)
      }
    }
    guard result == 0 else { throw .cannotStart("\(path): \(String(cString: strerror(errno)))") }
    self.program = program
  }

  deinit {
    if !hasEnded { kill(program.pid, SIGKILL) }
    waitpid(program.keeper, nil, 0)
    hangUp()
    for descriptor in [program.terminal, program.status, program.trace] { close(descriptor) }
  }
}

// MARK: - What the user does

extension TerminalSession {
  /// Types text; control characters are Control and a letter (`"\u{3}"` is Ctrl-C).
  public func send(_ text: String) { type(Array(text.utf8)) }

  /// Presses a key.
  public func send(_ key: TerminalKey) { type(emulator.encode(key)) }

  /// Pastes a text, as the terminal does it now.
  public func paste(_ text: String) { type(emulator.paste(text)) }

  func moveMouse(column: Int, row: Int) { type(emulator.moveMouse(column: column, row: row)) }
  func setButton(_ button: Int, isDown: Bool) { type(emulator.setButton(button, isDown: isDown)) }

  /// Changes the size of the terminal's window.
  public func resize(columns: Int, rows: Int) {
    emulator.resize(columns: columns, rows: rows)
    eigentop_pty_resize(program.master, Int32(columns), Int32(rows))
  }

  /// Sends the program a signal.
  public func signal(_ number: Int32) {
    guard !hasEnded else { return }
    // It goes on from here; its report to that effect may come after the next wait has begun.
    if number == SIGCONT, state == .stopped { state = .running }
    kill(program.pid, number)
  }

  /// Closes the terminal's window: the program's terminal is gone.
  public func hangUp() {
    guard !isHungUp else { return }
    isHungUp = true
    close(program.master)
  }

  /// Shows bytes that are not the program's, as another program on the same terminal would write them.
  public func writeOnScreen(_ text: String) { emulator.receive(Array(text.utf8)) }

  private func type(_ bytes: [UInt8]) {
    guard !isHungUp else { return }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(program.master, $0.baseAddress, $0.count) }
      if written < 0 && errno != EINTR { return }
      rest = rest.dropFirst(max(0, written))
    }
  }
}

// MARK: - What the user sees

extension TerminalSession {
  /// The screen's rows, without their trailing spaces.
  public var screenText: [String] {
    (0..<emulator.rows).map(emulator.text)
  }

  /// What is at a position, `nil` outside of the screen.
  public func cell(_ column: Int, _ row: Int) -> EmulatedCell? { emulator.cell(column: column, row: row) }

  /// How many synchronised frames the program has drawn.
  public var completedUpdates: Int { updates?.completedCount ?? 0 }
  public var isCursorVisible: Bool { emulator.isCursorVisible }
  public var isAlternateScreen: Bool { emulator.isAlternateScreen }
  public var isKeypadMode: Bool { emulator.isKeypadMode }
  public var mouseMode: MouseMode { emulator.mouseMode }

  /// The settings of the program's terminal now; `nil` once it hung up.
  public var settings: TerminalSettings? {
    var settings = termios()
    return tcgetattr(program.terminal, &settings) == 0 ? TerminalSettings(settings) : nil
  }
}

// MARK: - Waiting

extension TerminalSession {
  /// Lets the program go on until the condition holds, which is asked whenever something has arrived. The deadline
  /// bounds failures only.
  public func wait(
    for awaited: String = "a condition", within limit: Duration = .seconds(180), until condition: () -> Bool
  ) throws(SessionError) {
    let deadline = ContinuousClock.now + limit
    while updates?.isUpdating == true && state == .running || !condition() {
      if case .ended(let outcome) = state {
        throw .ended(outcome, waitingFor: awaited, screen: screenText)
      }
      guard ContinuousClock.now < deadline else { throw .timedOut(waitingFor: awaited, screen: screenText) }
      pump(until: deadline)
    }
  }

  /// Waits until some row of the screen contains a text.
  public func waitForText(_ text: String) throws(SessionError) {
    try wait(for: "\"\(text)\"") { screenText.contains { $0.contains(text) } }
  }

  /// Waits until some frame's line fulfils the condition. The line is written after the frame, but may arrive before
  /// it: wait for what the screen shows, too.
  public func waitForTrace(_ condition: (TraceLine) -> Bool) throws(SessionError) {
    try wait(for: "a trace line") { traceLines.contains(where: condition) }
  }

  /// Waits until the program was stopped by a signal; the screen is what it left.
  public func waitUntilStopped() throws(SessionError) {
    try wait(for: "the program to stop") { state == .stopped }
  }

  /// Waits until the program has ended, and how; the screen is what it left.
  @discardableResult
  public func waitUntilEnded() throws(SessionError) -> ProcessOutcome {
    try wait(for: "the program to end") { hasEnded }
    guard case .ended(let outcome) = state else { throw .timedOut(waitingFor: "the end", screen: screenText) }
    return outcome
  }

  private var hasEnded: Bool {
    if case .ended = state { true } else { false }
  }

  /// Waits for one thing to arrive, and takes it in.
  private func pump(until deadline: ContinuousClock.Instant) {
    let wanted = Int16(POLLIN)
    var descriptors = [
      pollfd(fd: isHungUp ? -1 : program.master, events: wanted, revents: 0),
      pollfd(fd: isTraceClosed ? -1 : program.trace, events: wanted, revents: 0),
      pollfd(fd: program.status, events: wanted, revents: 0),
    ]
    let left = ContinuousClock.now.duration(to: deadline)
    guard poll(&descriptors, 3, Int32(clamping: left.components.seconds * 1000 + 1000)) > 0 else { return }
    if descriptors[0].revents & wanted != 0 { takeOutput() }
    if descriptors[1].revents & wanted != 0 {
      takeTrace()
    } else if descriptors[1].revents != 0 {
      isTraceClosed = true
    }
    if descriptors[2].revents & wanted != 0 { takeStatus(until: deadline) }
  }

  private func takeOutput() {
    let bytes = readSome(program.master)
    output += bytes
    recentOutput = (recentOutput + bytes).suffix(bytes.count + Self.marker.count)
    if let answer = updates?.receive(bytes) { type(answer) }
    emulator.receive(bytes)
    let answers = emulator.takeAnswers()
    // libvterm says that it knows no such mode, after it was said that it does.
    type(updates == nil ? answers : SynchronizedUpdates.leavingOutDenials(in: answers))
  }

  private func takeTrace() {
    unfinishedTraceLine += readSome(program.trace)
    let lines = unfinishedTraceLine.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    traceLines += lines.dropLast().map { TraceLine(String(decoding: $0, as: UTF8.self)) }
    unfinishedTraceLine = Array(lines.last ?? [])
  }

  private func takeStatus(until deadline: ContinuousClock.Instant) {
    var change: Int32 = 0
    guard read(program.status, &change, 4) == 4 else { return }
    // The macros of <sys/wait.h>, in words.
    switch (change & 0x7f, change) {
    case (0x7f, 0xffff): state = .running
    case (0x7f, _): finishOutput(then: .stopped, until: deadline)
    case (0, _): finishOutput(then: .ended(.exited(change >> 8 & 0xff)), until: deadline)
    case (let signal, _): finishOutput(then: .ended(.killed(by: signal)), until: deadline)
    }
  }

  /// An unknown command of an application, which terminals ignore.
  private static let marker = Array("\u{1b}]9999;end of output\u{7}".utf8)

  /// The kernel hands output over a little after it was written, so the program's last words may still be on their way.
  /// Now that it is silent the test writes after it, and reads up to its own words.
  private func finishOutput(then state: State, until deadline: ContinuousClock.Instant) {
    self.state = state
    guard !isHungUp else { return }
    recentOutput = []
    guard Self.marker.withUnsafeBytes({ write(program.terminal, $0.baseAddress, $0.count) }) == Self.marker.count
    else { return }
    var descriptor = pollfd(fd: program.master, events: Int16(POLLIN), revents: 0)
    while !recentOutput.contains(Self.marker), ContinuousClock.now < deadline {
      if poll(&descriptor, 1, 1000) > 0 { takeOutput() }
    }
    // The same for its frames: what was written to a pipe is there.
    var trace = pollfd(fd: program.trace, events: Int16(POLLIN), revents: 0)
    while poll(&trace, 1, 0) > 0, trace.revents & Int16(POLLIN) != 0 { takeTrace() }
  }

  private func readSome(_ descriptor: Int32) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }
}
