import TerminalCells
import Testing

@Suite("Key events")
struct KeyEventTests {
  @Test(
    "A key is printed as a help page names it",
    arguments: [
      (.character("q"), "q"), (.character(" "), "Space"), (.control("d"), "Ctrl-D"), (.pageUp, "PgUp"),
      (.backTab, "S-Tab"), (.function(12), "F12"), (.alt(.character("x")), "Alt-x"), (.alt(.up), "Alt-Up"),
    ] as [(KeyEvent, String)])
  func names(_ key: KeyEvent, _ name: String) {
    #expect(key.description == name)
  }
}
