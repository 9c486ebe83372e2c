public import Colors

/// Colours and shapes for everything that is drawn. What a theme does not mention looks as its foreground
/// does, and a foreground that it does not mention as the terminal's.
public struct Theme: Sendable, Hashable {
  public enum Variant: String, Sendable, Hashable {
    case dark
    case light
  }

  public var name: String
  public var variant: Variant
  /// Eyes that are said to tell its series apart.
  public var safeFor: Set<ColorVision>
  public var ui: [UIRole: ThemeColor]
  /// Of all roles but series.
  public var chart: [ChartRole: ThemeColor]
  /// In their order, repeated when there are more series than styles; empty for the built-in shapes without colour.
  public var series: [SeriesStyle]
  /// A ramp from low to high.
  public var sequential: [ThemeColor]
  /// A ramp from low over neutral to high.
  public var diverging: [ThemeColor]

  public init(
    name: String, variant: Variant = .dark, safeFor: Set<ColorVision> = [], ui: [UIRole: ThemeColor] = [:],
    chart: [ChartRole: ThemeColor] = [:], series: [SeriesStyle] = [], sequential: [ThemeColor] = [],
    diverging: [ThemeColor] = []
  ) {
    self.name = name
    self.variant = variant
    self.safeFor = safeFor
    self.ui = ui
    self.chart = chart
    self.series = series
    self.sequential = sequential
    self.diverging = diverging
  }

  public func color(for role: UIRole) -> ThemeColor { ui[role] ?? unmentioned(isShade: role.isBackground) }

  public func color(for role: ChartRole) -> ThemeColor {
    if case .series(let index) = role { return seriesStyle(index).color }
    return chart[role] ?? unmentioned(isShade: role == .fitRange || role == .zone)
  }

  /// A shade that is not mentioned is none; text is read where other text is.
  private func unmentioned(isShade: Bool) -> ThemeColor {
    guard !isShade, var color = ui[.foreground] else { return .terminalDefault }
    color.attributes = []
    return color
  }

  /// The style of the n-th series; any number has one.
  public func seriesStyle(_ index: Int) -> SeriesStyle {
    let styles = series.isEmpty ? Self.colorlessSeries : series
    let remainder = index % styles.count
    return styles[remainder < 0 ? remainder + styles.count : remainder]
  }

  /// The theme for a terminal without colours: its attributes, and those of `monochrome` for what it tells apart by
  /// colour alone.
  public var withoutColors: Theme {
    var theme = self
    for (role, color) in Self.monochrome.ui where self.color(for: role).attributes.isEmpty { theme.ui[role] = color }
    for (role, color) in Self.monochrome.chart where self.color(for: role).attributes.isEmpty {
      theme.chart[role] = color
    }
    // Attributes that went with a background do not stand out by themselves.
    for role in [UIRole.selection, .selectionInactive] { theme.ui[role] = Self.monochrome.ui[role] }
    return theme
  }

  /// No colours at all, only bold, dim and reverse: what every terminal can show.
  public static let monochrome = Theme(
    name: "Mono", safeFor: Set(ColorVision.deficient),
    ui: [
      .dim: ThemeColor(attributes: .dim), .border: ThemeColor(attributes: .dim),
      .title: ThemeColor(attributes: .bold), .key: ThemeColor(attributes: .bold),
      .selection: ThemeColor(attributes: .reverse), .selectionInactive: ThemeColor(attributes: .underline),
      .mark: ThemeColor(attributes: .bold), .pin: ThemeColor(attributes: .bold),
      .warning: ThemeColor(attributes: .bold), .error: ThemeColor(attributes: [.bold, .reverse]),
      .stale: ThemeColor(attributes: .dim), .match: ThemeColor(attributes: .underline),
    ],
    chart: [
      .axis: ThemeColor(attributes: .dim), .tick: ThemeColor(attributes: .dim), .grid: ThemeColor(attributes: .dim),
      .fitRange: ThemeColor(attributes: .dim), .reference: ThemeColor(attributes: .dim),
      .noiseFloor: ThemeColor(attributes: .dim), .zone: ThemeColor(attributes: .dim),
      .dimmed: ThemeColor(attributes: .dim), .crosshair: ThemeColor(attributes: .bold),
    ],
    series: colorlessSeries)

  private static let colorlessSeries: [SeriesStyle] = [
    SeriesStyle(marker: .circle, line: .solid), SeriesStyle(marker: .triangle, line: .dashed),
    SeriesStyle(marker: .square, line: .dotted), SeriesStyle(marker: .diamond, line: .solid),
    SeriesStyle(marker: .cross, line: .dashed), SeriesStyle(marker: .plus, line: .dotted),
  ]
}
