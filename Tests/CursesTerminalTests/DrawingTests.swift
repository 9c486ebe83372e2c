import TerminalEmulation
import Testing

@Suite("Drawing", .serialized)
struct DrawingTests {
  @Test("Characters, wide ones and marks included, are where the buffer has them, in its style")
  func positions() throws {
    let session = try startFixture()
    #expect(session.screenText[0] == "80x24 xterm256")
    #expect(session.screenText[1] == "  a界b")
    let wide = try #require(session.cell(3, 1))
    #expect(wide.text == "界")
    #expect(wide.width == 2)
    #expect(wide.foreground == .palette(1))
    #expect(wide.background == .palette(4))
    #expect(wide.isBold)
    #expect(session.cell(5, 1)?.text == "b")
    #expect(session.cell(20, 2)?.text == "e\u{301}")
    #expect(session.cell(21, 2)?.text == "⣿")
    #expect(session.cell(79, 23)?.text == "#")
  }

  @Test("Colours by their components are drawn as the nearest of the palette")
  func nearestColors() throws {
    let session = try startFixture()
    let orange = try #require(session.cell(2, 2))
    #expect(orange.foreground == .palette(208))
    #expect(orange.background == .terminalDefault)
    #expect(orange.isUnderlined)
    #expect(session.cell(10, 2)?.isReversed == true)
  }

  @Test(
    "A terminal of eight colours gets those",
    arguments: [("xterm", "ansi8"), ("xterm-16color", "ansi16"), ("vt100", "none")])
  func fewerColors(_ type: String, _ depth: String) throws {
    let session = try startFixture(environment: ["TERM": type])
    #expect(session.screenText[0] == "80x24 \(depth)")
    let cell = try #require(session.cell(2, 1))
    #expect(cell.foreground == (depth == "none" ? .terminalDefault : .palette(1)))
    #expect(cell.isBold)
  }

  @Test("Without colours only attributes are drawn")
  func noColors() throws {
    let session = try startFixture(["--no-colors"])
    let cell = try #require(session.cell(3, 1))
    #expect(cell.foreground == .terminalDefault)
    #expect(cell.background == .terminalDefault)
    #expect(cell.isBold)
  }

  @Test("The program draws on the alternate screen, without a cursor, in raw mode and keypad mode")
  func takesTheTerminal() throws {
    let session = try startFixture()
    #expect(session.isAlternateScreen)
    #expect(!session.isCursorVisible)
    #expect(session.isKeypadMode)
    #expect(try #require(session.settings).isCanonical == false)
  }

  @Test("Wide characters are drawn under LANG=C, too")
  func localeC() throws {
    let session = try startFixture(environment: ["LANG": "C", "LC_ALL": "C"])
    #expect(session.cell(3, 1)?.text == "界")
  }

  @Test("A new size is drawn at once, larger or smaller, whatever LINES and COLUMNS say")
  func resizing() throws {
    let session = try startFixture(environment: ["LINES": "10", "COLUMNS": "10"])
    #expect(session.screenText[0].hasPrefix("80x24"))
    for (columns, rows) in [(120, 40), (30, 8)] {
      session.resize(columns: columns, rows: rows)
      try session.waitForText("\(columns)x\(rows)")
      try session.wait { session.cell(columns - 1, rows - 1)?.text == "#" }
    }
  }

  @Test("Only what changed is drawn, and a repaint draws all of it")
  func differences() throws {
    let session = try startFixture()
    session.writeOnScreen("\u{1b}[11;11Hstray")
    session.send("x")
    try session.waitForText("keys: x.")
    #expect(session.screenText[10] == "          stray")
    session.send("\u{c}")
    try session.waitForText("keys: x Ctrl-L.")
    #expect(session.screenText[10].isEmpty)
  }
}
