/// How one series looks. Two series differ in more than colour, for some readers and terminals have none.
public struct SeriesStyle: Sendable, Hashable {
  public var color: ThemeColor
  public var marker: MarkerShape
  public var line: LineStyle

  public init(color: ThemeColor = .terminalDefault, marker: MarkerShape = .circle, line: LineStyle = .solid) {
    self.color = color
    self.marker = marker
    self.line = line
  }
}
