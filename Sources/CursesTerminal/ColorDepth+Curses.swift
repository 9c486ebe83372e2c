import TerminalCells

extension ColorDepth {
  /// The depth of a terminal with this many colours by its description. 88 are not xterm's palette, and of terminals
  /// with direct colours ncurses gives us the first eight by number.
  init(colorCount: Int) {
    switch colorCount {
    case 256: self = .xterm256
    case 16..<256: self = .ansi16
    case 8...: self = .ansi8
    default: self = .none
    }
  }
}
