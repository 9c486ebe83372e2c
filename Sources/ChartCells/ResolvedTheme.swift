public import Charts
public import TerminalCells

/// A theme on a terminal of known colour depth: every role as a style of cells.
public struct ResolvedTheme: Sendable, Equatable {
  public let theme: Theme
  public let depth: ColorDepth

  /// - Parameter theme: what is left of it without colours (`Theme.withoutColors`) where the terminal has none.
  public init(_ theme: Theme, depth: ColorDepth) {
    self.theme = depth == .none ? theme.withoutColors : theme
    self.depth = depth
  }

  /// The role's colour over the background of the theme.
  public func style(_ role: UIRole) -> Style { style(theme.color(for: role)) }

  /// The role's colour over the background of the theme. That of a range is a shade behind curves, so what is drawn in
  /// its name (edges, a legend) looks like an axis.
  public func style(_ role: ChartRole) -> Style {
    switch role {
    case .fitRange, .zone: style(theme.color(for: .axis))
    default: style(theme.color(for: role))
    }
  }

  /// Whether there are enough colours to mix some, or to show values by.
  var hasManyColors: Bool { depth == .xterm256 || depth == .trueColor }

  /// A background for what lies under curves of the same role: a range's own colour, another mixed into the background of
  /// the theme; `nil` where there are too few colours for that.
  /// - Parameter share: of a colour that is mixed.
  public func shade(_ role: ChartRole, share: Double = 0.35) -> Color? {
    let color = theme.color(for: role)
    switch role {
    case .fitRange, .zone:
      let own = self.color(color)
      return own == .terminalDefault ? nil : own
    default:
      guard hasManyColors, let rgb = color.rgb else { return nil }
      let ground = theme.color(for: .background).rgb ?? (theme.variant == .dark ? .init(0, 0, 0) : .init(255, 255, 255))
      return Color(ground.mixed(with: rgb, share: share))
    }
  }

  /// A colour of the theme, such as an element of its ramp, over the background of the theme.
  public func style(_ color: ThemeColor) -> Style {
    var style = Style(
      foreground: self.color(color), background: self.color(theme.color(for: .background)),
      attributes: color.attributes)
    if isGreyOfEight(color) { style.attributes.insert(.dim) }
    return style
  }

  /// What a terminal of this depth is asked for. A colour stated for it wins over one that it would approximate.
  public func color(_ color: ThemeColor) -> Color {
    if isGreyOfEight(color) { return self.color(theme.color(for: .foreground)) }
    let exact = color.rgb.map { Color.rgb($0.red, $0.green, $0.blue) }
    let of256 = color.palette256.map(Color.palette)
    let of16 = color.palette16.map { Color.palette(depth == .ansi8 ? $0 % 8 : $0) }
    let choice: Color? =
      switch depth {
      case .trueColor: exact ?? of256 ?? of16
      case .xterm256: of256 ?? exact ?? of16
      case .ansi8, .ansi16: of16 ?? exact ?? of256
      case .none: nil
      }
    return choice ?? .terminalDefault
  }

  /// Bright black, which would be black among eight colours, and is dim text in its place.
  private func isGreyOfEight(_ color: ThemeColor) -> Bool {
    depth == .ansi8 && color.palette16 == 8 && theme.color(for: .foreground).palette16 != 8
  }
}
