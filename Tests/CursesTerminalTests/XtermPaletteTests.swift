import TerminalCells
import Testing

@testable import CursesTerminal

@Suite("Nearest colours")
struct XtermPaletteTests {
  @Test("Every entry of the cube and of the greys is nearest to itself", arguments: 16...255)
  func exact(_ index: UInt8) {
    let (red, green, blue) = XtermPalette.components(index)
    let found = XtermPalette.nearest(to: .rgb(red, green, blue), depth: .xterm256)
    // Some greys are in the cube as well.
    #expect(found.map { XtermPalette.components($0) == (red, green, blue) } == true)
  }

  @Test("A terminal of few colours gets the one of that hue")
  func fewColors() {
    #expect(XtermPalette.nearest(to: .rgb(200, 20, 20), depth: .ansi8) == 1)
    #expect(XtermPalette.nearest(to: .rgb(255, 80, 80), depth: .ansi16) == 9)
    #expect(XtermPalette.nearest(to: .palette(46), depth: .ansi16) == 10)
    #expect(XtermPalette.nearest(to: .palette(12), depth: .ansi8) == 4)
    #expect(XtermPalette.nearest(to: .palette(12), depth: .xterm256) == 12)
  }

  @Test("The terminal's own colour stays, and without colours all are its own")
  func none() {
    #expect(XtermPalette.nearest(to: .terminalDefault, depth: .xterm256) == nil)
    #expect(XtermPalette.nearest(to: .rgb(1, 2, 3), depth: .none) == nil)
  }

  @Test("Delays of terminfo are not written as text")
  func padding() {
    #expect(RestoreSequence.withoutPadding("a$<5/>b$c<d>".utf8) == Array("ab$c<d>".utf8))
  }
}
