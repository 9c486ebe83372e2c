public import Charts
public import TerminalCells

/// A theme on a terminal of known colour depth: every role as a style of cells.
public struct ResolvedTheme: Sendable, Equatable {
  public let theme: Theme
  public let depth: ColorDepth

  public init(_ theme: Theme, depth: ColorDepth) {
    self.theme = theme
    self.depth = depth
  }

  /// The role's colour over the background of the theme.
  public func style(_ role: UIRole) -> Style { style(theme.color(for: role)) }

  /// The role's colour over the background of the theme.
  public func style(_ role: ChartRole) -> Style { style(theme.color(for: role)) }

  /// A colour of the theme, such as an element of its ramp, over the background of the theme.
  public func style(_ color: ThemeColor) -> Style {
    Style(
      foreground: self.color(color), background: self.color(theme.color(for: .background)),
      attributes: Style.Attributes(color.attributes))
  }

  /// What a terminal of this depth is asked for. A colour stated for it wins over one that it would approximate.
  public func color(_ color: ThemeColor) -> Color {
    let exact = color.rgb.map { Color.rgb($0.red, $0.green, $0.blue) }
    let of256 = color.palette256.map(Color.palette)
    let of16 = color.palette16.map(Color.palette)
    let choice: Color? =
      switch depth {
      case .trueColor: exact ?? of256 ?? of16
      case .xterm256: of256 ?? exact ?? of16
      case .ansi8, .ansi16: of16 ?? exact ?? of256
      case .none: nil
      }
    return choice ?? .terminalDefault
  }
}

extension Style.Attributes {
  init(_ attributes: ThemeColor.Attributes) {
    self = []
    if attributes.contains(.bold) { insert(.bold) }
    if attributes.contains(.dim) { insert(.dim) }
    if attributes.contains(.underline) { insert(.underline) }
    if attributes.contains(.reverse) { insert(.reverse) }
  }
}
