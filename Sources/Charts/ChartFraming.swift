/// How a chart is looked at: the part of it that is shown, and scales other than its own.
public struct ChartFraming: Sendable, Hashable {
  /// The shown values of x; nil for the chart's own.
  public var x: ClosedRange<Double>?
  /// The shown values of y; nil for the chart's own or, where `x` is given, for all that is shown of the data.
  public var y: ClosedRange<Double>?
  /// nil for the chart's own.
  public var xKind: Scale.Kind?
  public var yKind: Scale.Kind?

  public init(
    x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil, xKind: Scale.Kind? = nil, yKind: Scale.Kind? = nil
  ) {
    self.x = x
    self.y = y
    self.xKind = xKind
    self.yKind = yKind
  }

  /// Whether a part of the chart is shown instead of all.
  public var isZoomed: Bool { x != nil || y != nil }

  /// Shows x closer by a factor, or from farther away by one below 1, about a position on the axis (0…1). y follows the
  /// data. Back where it came from, the chart is as it was.
  public mutating func zoom(by factor: Double, about position: Double = 0.5, of chart: Chart) {
    guard factor.isFinite, factor > 0 else { return }
    let scale = chart.framed(self).xAxis.scale
    x = scale.range(from: position - position / factor, to: position + (1 - position) / factor)
    y = nil
    let whole = chart.framed(ChartFraming(xKind: xKind)).xAxis.scale
    if let x, let lower = whole.position(of: x.lowerBound), let upper = whole.position(of: x.upperBound),
      abs(lower) < 1e-9, abs(upper - 1) < 1e-9
    {
      self.x = nil
    }
  }

  /// Moves what is shown by shares of the axes.
  public mutating func pan(x dx: Double = 0, y dy: Double = 0, of chart: Chart) {
    let framed = chart.framed(self)
    if dx != 0 {
      x = framed.xAxis.scale.range(from: dx, to: 1 + dx)
      // What y shows stays, or it would jump from value to value.
      y = y ?? framed.yAxis.scale.domain
    }
    if dy != 0 {
      y = framed.yAxis.scale.range(from: dy, to: 1 + dy)
      x = x ?? framed.xAxis.scale.domain
    }
  }
}

extension Scale {
  /// Values between two positions.
  fileprivate func range(from first: Double, to second: Double) -> ClosedRange<Double>? {
    let (a, b) = (value(at: first), value(at: second))
    // So far out that numbers end: what is shown stays as it is.
    guard a.isFinite, b.isFinite, a < b, over(a...b).domain == a...b else { return domain }
    return a...b
  }

  /// The same over other values.
  fileprivate func over(_ range: ClosedRange<Double>) -> Scale {
    Scale(kind, from: range.lowerBound, to: range.upperBound, threshold: ownThreshold)
  }

  fileprivate var ownThreshold: Double? { kind == .symmetricLogarithmic ? threshold : nil }
}

extension Chart {
  /// Room beside the data, as a share of an axis.
  private static let margin = 0.04

  /// The chart as it is looked at.
  public func framed(_ framing: ChartFraming) -> Chart {
    var chart = self
    chart.xAxis = xAxis.framed(framing.x, framing.xKind) { marks.lazy.flatMap(\.extremes).map(\.x) }
    chart.yAxis = yAxis.framed(framing.y, framing.yKind) { marks.lazy.flatMap(\.extremes).map(\.y) }
    guard let x = framing.x, framing.y == nil else { return chart }
    let scale = chart.yAxis.scale
    // What the whole chart leaves out does not come in sight by looking closer.
    let within = marks.lazy.flatMap(\.extremes).filter { x.contains($0.x) }.map(\.y)
    let shown = (Array(within) + chart.edgeCrossings).filter(scale.domain.contains)
    if !shown.isEmpty {
      chart.yAxis.scale = Scale(scale.kind, fitting: shown, margin: Self.margin, threshold: scale.ownThreshold)
    }
    return chart
  }
}

extension Axis {
  fileprivate func framed(
    _ range: ClosedRange<Double>?, _ kind: Scale.Kind?, values: () -> some Sequence<Double>
  ) -> Axis {
    var axis = self
    if let kind, kind != scale.kind {
      axis.scale = Scale(kind, fitting: values(), margin: 0.04)
      // What is written in powers of ten on one scale is so only there.
      if kind == .linear, tickFormat == .powersOfTen { axis.tickFormat = .decimal }
    }
    if let range { axis.scale = axis.scale.over(range) }
    return axis
  }
}
