public import TerminalCells

/// xterm's palette, and what comes nearest to a colour in it.
public enum XtermPalette {
  /// Red, green, blue of an entry. The first sixteen are xterm's defaults; users configure them as they like.
  public static func components(_ index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case 0..<16:
      return basic[Int(index)]
    case 16..<232:
      let cube = index - 16
      return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    default:
      let grey = 8 + (index - 232) * 10
      return (grey, grey, grey)
    }
  }

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
    let wanted = OklabColor(red: color.red, green: color.green, blue: color.blue)
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
    return OklabColor(red: red, green: green, blue: blue)
  }

  private static func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }

  private static let basic: [(red: UInt8, green: UInt8, blue: UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]
}
