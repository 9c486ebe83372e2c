import Glibc
import TerminalEmulation
import Testing

@Suite("Keys", .serialized)
struct KeyTests {
  @Test(
    "A named key is decoded, in the keypad mode that the program has set",
    arguments: [
      (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"), (.end, "End"),
      (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.insert, "Ins"), (.delete, "Del"), (.enter, "Enter"), (.tab, "Tab"),
      (.backTab, "S-Tab"), (.backspace, "Backspace"), (.escape, "Esc"), (.function(1), "F1"), (.function(12), "F12"),
    ] as [(TerminalKey, String)])
  func named(_ key: TerminalKey, _ name: String) throws {
    let session = try startFixture()
    session.send(key)
    try session.waitForText("keys: \(name).")
  }

  @Test("Characters and Control with a letter arrive in order, those of other scripts whole")
  func characters() throws {
    let session = try startFixture()
    session.send("aλ界 \u{4}\u{15}\u{0}")
    try session.waitForText("keys: a λ 界 Space Ctrl-D Ctrl-U Ctrl-Space.")
  }

  @Test("The mouse says nothing until it was asked for, then which cell, and nothing again when it was left")
  func mouse() throws {
    let session = try startFixture()
    session.click(column: 1, row: 1)
    session.send("M")
    try session.waitForText("keys: M.")
    session.drag([(11, 6), (14, 6)])
    try session.waitForText("mouse: release(TerminalCells.MouseEvent.Button.left) 14,6.")
    session.click(column: 79, row: 23, button: 4)
    try session.waitForText("mouse: wheelUp 79,23.")
    session.send("m")
    try session.waitForText("keys: M m.")
    #expect(session.mouseMode == .off)
    session.click(column: 1, row: 1)
    session.send("\u{1a}")
    try session.waitUntilStopped()
    session.signal(SIGCONT)
    session.send("x")
    try session.waitForText("keys: M m Ctrl-Z x.")
  }

  @Test("Pasted text comes as text, also to a program that was stopped")
  func paste() throws {
    let session = try startFixture()
    session.paste("q\nA")
    try session.waitForText(#"pasted: "q\nA""#)
    session.send("\u{1a}")
    try session.waitUntilStopped()
    session.signal(SIGCONT)
    session.send("x")
    try session.waitForText("keys: Ctrl-Z x.")
    session.paste("q\r")
    try session.waitForText(#"pasted: "q\r""#)
    session.send("q")
    try session.waitUntilEnded()
  }

  @Test("A program that was stopped takes the mouse again")
  func mouseAfterStop() throws {
    let session = try startFixture()
    session.send("M")
    try session.waitForText("keys: M.")
    session.send("\u{1a}")
    try session.waitUntilStopped()
    #expect(session.mouseMode == .off)
    session.signal(SIGCONT)
    session.send("x")
    try session.waitForText("keys: M Ctrl-Z x.")
    #expect(session.mouseMode == .drags)
  }

  @Test("Alt with a key is one event, Esc twice is two")
  func alt() throws {
    let session = try startFixture()
    session.send("\u{1b}x")
    try session.waitForText("keys: Alt-x.")
    session.send("\u{1b}\u{1b}")
    try session.waitForText("keys: Alt-x Esc Esc.")
  }

  @Test("An idle program draws nothing: each key is one frame")
  func frames() throws {
    let session = try startFixture()
    for count in 1...3 {
      session.send("x")
      try session.waitForTrace { $0.keys == count }
    }
    session.send("q")
    #expect(try session.waitUntilEnded() == .exited(0))
    #expect(session.traceLines.map(\.frame) == [1, 2, 3, 4])
    #expect(session.traceLines.map(\.keys) == [0, 1, 2, 3])
  }
}
