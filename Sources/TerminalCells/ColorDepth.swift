/// How many colours a terminal can be asked for.
public enum ColorDepth: Sendable, Hashable, CaseIterable {
  /// None: only attributes.
  case none
  /// The eight basic colours.
  case ansi8
  /// The basic colours and their bright variants, which users configure themselves.
  case ansi16
  /// xterm's 256: the sixteen, a 6×6×6 cube and 24 greys.
  case xterm256
  /// Any red, green and blue.
  case trueColor
}
