import Colors
public import TerminalCells

extension XtermPalette {
  /// The entry of a terminal of this depth that looks most like a colour; `nil` for the terminal's own colour, and for
  /// every colour where there are none.
  public static func nearest(to color: Color, depth: ColorDepth) -> UInt8? {
    switch (color, depth) {
    case (.terminalDefault, _), (_, .none):
      return nil
    case (.palette(let index), .xterm256), (.palette(let index), .trueColor):
      return index
    case (.palette(let index), .ansi16) where index < 16:
      return index
    case (.palette(let index), .ansi8) where index < 16:
      return index % 8
    case (.palette(let index), _):
      return nearest(to: components(index), depth: depth)
    case (.rgb(let red, let green, let blue), _):
      return nearest(to: (red, green, blue), depth: depth)
    }
  }

  private static func nearest(to color: (red: UInt8, green: UInt8, blue: UInt8), depth: ColorDepth) -> UInt8? {
    let wanted = OklabColor(RGBColor(color.red, color.green, color.blue))
    // With 256 colours not the first sixteen: nobody knows what the user made of them.
    let candidates =
      switch depth {
      case .none: 0..<0
      case .ansi8: 0..<8
      case .ansi16: 0..<16
      case .xterm256, .trueColor: 16..<256
      }
    let best = candidates.min { wanted.squaredDistance(to: lab[$0]) < wanted.squaredDistance(to: lab[$1]) }
    return best.map(UInt8.init)
  }

  private static let lab = (0...UInt8.max).map {
    let (red, green, blue) = components($0)
    return OklabColor(RGBColor(red, green, blue))
  }
}
