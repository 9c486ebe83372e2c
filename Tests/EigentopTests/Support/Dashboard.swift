import TerminalEmulation
import Testing

/// Starts the dashboard in a directory, on a terminal; does not wait for anything.
func startDashboard(
  _ arguments: [String] = ["."], in directory: String, environment: [String: String] = [:], columns: Int = 120,
  rows: Int = 40
) throws -> TerminalSession {
  // A short title leaves the header room for what the tests look for.
  try TerminalSession(
    "/bin/sh",
    arguments: ["-c", "cd \"$1\" && shift && exec \"$@\"", "sh", directory, builtExecutable("eigentop")] + arguments,
    environment: environment, columns: columns, rows: rows)
}

/// Starts the dashboard on a training directory, and waits until all of it is analysed and shown.
func openDashboard(
  on training: TrainingDirectory, environment: [String: String] = [:], columns: Int = 120, rows: Int = 40
) throws -> TerminalSession {
  let session = try startDashboard(in: training.path, environment: environment, columns: columns, rows: rows)
  try session.waitUntilAnalysed()
  // The header is written first: the last frame is there when the rows have their intervals.
  try session.wait(for: "the rows of all dumps") {
    session.screenText.count { isRowOfResult($0) && $0.contains("±") } == 5
  }
  if columns >= 110 { try session.wait(for: "a chart") { session.screenText.contains { $0.hasSuffix(" rank") } } }
  return session
}

extension TerminalSession {
  /// Text of one row; empty outside of the screen.
  func row(_ y: Int) -> String { screenText.indices.contains(y) ? screenText[y] : "" }

  /// Waits until the header says that nothing is left to do.
  func waitUntilAnalysed() throws {
    try wait(for: "the end of all analyses") { row(0).contains(" analysed") && !row(0).contains("intervals") }
  }

  /// Waits until a row contains all these texts.
  func wait(forRow y: Int, toContain texts: String...) throws {
    try wait(for: "\(texts) in row \(y)") { texts.allSatisfy(row(y).contains) }
  }

  /// Waits until the row is the only one of its table that is marked as selected.
  func wait(forSelectedRow y: Int, in table: ClosedRange<Int>) throws {
    try wait(for: "the selection in row \(y)") {
      table.allSatisfy { $0 == y || cell(1, $0)?.background != cell(1, y)?.background }
    }
  }

  /// All of the last frame. One that is painted anew is synchronised, and no wait ends within it.
  func settledScreen() throws -> [String] {
    let count = completedUpdates
    send("\u{c}")
    try wait(for: "a frame painted anew") { completedUpdates > count }
    return screenText
  }

  /// Waits until the screen shows exactly this.
  func wait(forScreen text: [String]) throws { try wait(for: "the earlier screen") { screenText == text } }

  /// Whether the program has sent these bytes.
  func wrote(_ text: String) -> Bool { output.contains(text.utf8) }

  /// Whether a private mode that libvterm says nothing about was switched on and not off again.
  func leavesOn(_ mode: String) -> Bool {
    let on = output.ranges(of: Array("\u{1b}[?\(mode)h".utf8)).last
    let off = output.ranges(of: Array("\u{1b}[?\(mode)l".utf8)).last
    guard let on else { return false }
    return off.map { $0.lowerBound < on.lowerBound } ?? true
  }
}

/// Whether a row of the screen is that of a dump with its numbers and a state, its own or its run's.
func isRowOfResult(_ row: String) -> Bool {
  row.contains(/\ (\d\.\d{3}|—)\S* .*(\d|—) +(⚠ |! )?(done|alert|finished|(● |\* )live|idle|stalled)/)
}
