import TerminalEmulation

/// Starts the fixture program, and waits for its first screen.
func startFixture(
  _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80, rows: Int = 24,
  synchronizesUpdates: Bool = true
) throws(SessionError) -> TerminalSession {
  let session = try TerminalSession(
    builtExecutable("TerminalFixture"), arguments: arguments, environment: environment, columns: columns, rows: rows,
    synchronizesUpdates: synchronizesUpdates)
  try session.waitForText("keys: .")
  // The last cell of the first frame, which may come in pieces.
  try session.wait(for: "all of the frame") { session.cell(columns - 1, rows - 1)?.text == "#" }
  return session
}
