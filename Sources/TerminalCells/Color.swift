/// A colour as a terminal can be asked for it.
public enum Color: Sendable, Hashable {
  /// The terminal's own foreground or background.
  case terminalDefault
  /// An entry of the terminal's palette: 0…15 as the user configured them, 16…255 the xterm cube and greys.
  case palette(UInt8)
  /// Red, green and blue; drawn as the nearest that the terminal has.
  case rgb(UInt8, UInt8, UInt8)
}
