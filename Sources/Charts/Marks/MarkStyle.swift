/// The marker and line of a mark after the theme had its say.
public struct MarkStyle: Sendable, Hashable {
  public var marker: MarkerShape?
  public var line: LineStyle

  /// - Parameter fallback: the line of what is no series and asks for none.
  private init(role: ChartRole, marker: MarkerShape?, line: LineStyle?, fallback: LineStyle, theme: Theme) {
    if case .series(let index) = role {
      let series = theme.seriesStyle(index)
      self.marker = marker ?? series.marker
      self.line = line ?? series.line
    } else {
      self.marker = marker
      self.line = line ?? fallback
    }
  }

  public init(_ mark: Mark, theme: Theme) {
    let fallback: LineStyle =
      switch mark.shape {
      case .line, .lineThrough, .points, .errorBars, .cells, .bars, .label: .solid
      case .area, .xBand, .yBand, .verticalRule, .horizontalRule: .dotted
      }
    self.init(role: mark.role, marker: mark.marker, line: mark.lineStyle, fallback: fallback, theme: theme)
  }

  public init(_ entry: LegendEntry, theme: Theme) {
    self.init(
      role: entry.role, marker: entry.marker, line: entry.lineStyle,
      fallback: entry.sample == .band ? .dotted : .solid, theme: theme)
  }
}
