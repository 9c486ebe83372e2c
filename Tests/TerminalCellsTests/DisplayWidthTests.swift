import FrameSnapshots
import Testing

@testable import TerminalCells

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "A character takes as many columns as terminals give it",
    arguments: [("a", 1), ("é", 1), ("e\u{301}", 1), ("\u{301}", 0), ("界", 2), ("⣿", 1), ("λ", 1), ("🙂", 2), ("한", 2)]
      as [(Character, Int)])
  func width(_ character: Character, _ columns: Int) {
    #expect(character.displayWidth == columns)
  }

  @Test("The first scalar of a cluster decides, as it does in ncurses")
  func clusters() {
    #expect(Character("👩‍👩‍👧").displayWidth == 2)
    #expect(Character("🇨🇭").displayWidth == 1)
    #expect(Character("क्ष").displayWidth == 1)
  }

  @Test(
    "What cannot be printed takes the one column of its stand-in",
    arguments: ["\n", "\r\n", "\u{7f}", "\u{9b}", "\u{378}"])
  func unprintable(_ text: String) {
    #expect(text.displayWidth == 1)
    var buffer = CellBuffer(width: 4, height: 1)
    #expect(buffer.write(text, x: 0, y: 0) == 1)
    #expect(buffer.text(row: 0) == "·")
  }

  @Test("Escape, C1 and direction overrides are controls; letters are not")
  func controls() {
    #expect(Character("\u{1b}").isTerminalControl)
    #expect(Character("\u{9b}").isTerminalControl)
    #expect(Character("\u{202e}").isTerminalControl)
    #expect(!Character("a").isTerminalControl)
    #expect(!Character("界").isTerminalControl)
  }
}
