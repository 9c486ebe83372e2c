/// A line of the legend: a sample and what it stands for.
public struct LegendEntry: Sendable, Hashable {
  public enum Sample: Sendable, Hashable {
    case line
    case point
    case band
    case bar
  }

  public var label: String
  public var sample: Sample
  public var role: ChartRole
  /// As in ``Mark/marker``.
  public var marker: MarkerShape?
  /// As in ``Mark/lineStyle``.
  public var lineStyle: LineStyle?

  public init(
    _ label: String, sample: Sample = .line, role: ChartRole, marker: MarkerShape? = nil, lineStyle: LineStyle? = nil
  ) {
    self.label = label
    self.sample = sample
    self.role = role
    self.marker = marker
    self.lineStyle = lineStyle
  }

  /// The entry that explains a mark.
  public init(_ label: String, for mark: Mark) {
    let sample: Sample =
      switch mark.shape {
      case .line, .lineThrough, .verticalRule, .horizontalRule: .line
      case .points, .errorBars, .label: .point
      case .xBand, .yBand, .area: .band
      case .bars, .cells: .bar
      }
    // Rules are dotted unless they ask for something else.
    let fallback: LineStyle? =
      switch mark.shape {
      case .verticalRule, .horizontalRule: .dotted
      case .line, .points, .errorBars, .area, .cells, .bars, .label, .lineThrough, .xBand, .yBand: nil
      }
    self.init(label, sample: sample, role: mark.role, marker: mark.marker, lineStyle: mark.lineStyle ?? fallback)
  }
}
