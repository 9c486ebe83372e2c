public import Charts

/// α of nested subsamples against their number of rows, with the interval of all rows: still moving where N is too small.
public struct AlphaByRowsFigure {
  /// One subsample, or all rows.
  public struct Point: Sendable, Equatable {
    /// N.
    public var sampleCount: Int
    public var alpha: Double

    public init(sampleCount: Int, alpha: Double) {
      self.sampleCount = sampleCount
      self.alpha = alpha
    }
  }

  public var points: [Point]
  /// 95 % interval of α of all rows.
  public var interval: ClosedRange<Double>?

  public init(_ points: [Point], interval: ClosedRange<Double>?) {
    self.points = points
    self.interval = interval
  }

  public var chart: Chart {
    let data = points.map { DataPoint(x: Double($0.sampleCount), y: $0.alpha) }
    let curve = Mark(.line(data), role: .series(0), z: 1)
    let markers = Mark(.points(data), role: .series(0), name: "nested subsamples", subjects: [0], z: 2)
    var marks = [curve, markers]
    var legend = [LegendEntry("α of nested subsamples", for: markers)]
    if let interval {
      let band = Mark(.yBand(from: interval.lowerBound, to: interval.upperBound), role: .zone)
      marks.insert(band, at: 0)
      legend.append(LegendEntry("95 % interval of all", for: band))
    }
    let shown = data.map(\.y) + (interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
    return Chart(
      xAxis: Axis(
        title: "rows", scale: Scale(.logarithmic, fitting: data.map(\.x), margin: 0.03), tickFormat: .integer),
      yAxis: Axis(title: "α", scale: Scale(.linear, fitting: shown, margin: 0.08)), marks: marks, legend: legend)
  }
}
