import CNcurses
import TerminalCells

/// The colour pairs of the terminal: ncurses draws with numbered pairs, styles have two colours, so pairs are made as
/// styles ask for them. Colours that the terminal lacks are replaced by the nearest, which is remembered.
struct ColorPairs {
  let depth: ColorDepth
  /// How many pairs the terminal has; 0 is the terminal's own colours.
  private let limit: Int32
  private var pairs: [Colors: Int32] = [:]
  private var nearest: [Color: Int32] = [:]

  private struct Colors: Hashable {
    var foreground: Color
    var background: Color
  }

  /// After `start_color` and `use_default_colors`.
  init(depth: ColorDepth, limit: Int32) {
    self.depth = depth
    self.limit = limit
  }

  /// The pair of a style. When the terminal has no pair left, its own colours stand in: pairs in use are never
  /// redefined, as that would recolour what is on the screen.
  mutating func pair(for style: Style) -> Int32 {
    let colors = Colors(foreground: style.foreground, background: style.background)
    if depth == .none || (colors.foreground == .terminalDefault && colors.background == .terminalDefault) { return 0 }
    if let pair = pairs[colors] { return pair }
    let next = Int32(clamping: pairs.count + 1)
    guard next < limit,
      init_extended_pair(next, number(of: colors.foreground), number(of: colors.background)) == OK
    else { return 0 }
    pairs[colors] = next
    return next
  }

  /// The palette entry that is drawn for a colour; -1 is the terminal's own.
  private mutating func number(of color: Color) -> Int32 {
    if let known = nearest[color] { return known }
    let number = XtermPalette.nearest(to: color, depth: depth).map(Int32.init) ?? -1
    nearest[color] = number
    return number
  }
}
