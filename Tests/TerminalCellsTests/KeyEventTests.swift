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

  @Test("The name of every key that a terminal sends leads back to it, in any case if it is longer than a character")
  func roundTrip() {
    let characters = (0x20...0x24f).filter { !(0x7f...0x9f).contains($0) }.compactMap(Unicode.Scalar.init)
    let plain: [KeyEvent] =
      characters.map { .character(Character($0)) } + "漢界Ωλ−→".map { .character($0) } + (1...63).map { .function($0) }
      + [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .backspace]
      + [.delete, .insert] + " abcdefgklnopqrstuvwxyz\\]^_".map { .control($0) }
    for key in plain + plain.map({ .alt($0) }) {
      #expect(KeyEvent(key.description) == key, "\(key)")
      guard key.description.count > 1, !key.description.hasPrefix("Alt-") else { continue }
      #expect(KeyEvent(key.description.uppercased()) == key && KeyEvent(key.description.lowercased()) == key)
    }
  }

  @Test(
    "What names no key, or one that no terminal sends, is none",
    arguments: [
      "", "  ", "jk", "F0", "F64", "Ctrl-", "Ctrl-H", "Ctrl-i", "Ctrl-J", "Ctrl-M", "Ctrl-[", "Ctrl-1", "Ctrl-é",
      "Alt-", "Alt-Alt-x", "Alt-jk", "Shift-x", "\u{7}", "\u{1b}", "\u{7f}", "\u{9b}", "\n", "Up ",
      String(repeating: "Alt-", count: 100),
    ])
  func unknown(_ name: String) {
    #expect(KeyEvent(name) == nil)
  }
}
