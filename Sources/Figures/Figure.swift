public import Analysis
public import Charts

/// A chart made of records: the same for the screen and for every exported file.
public struct Figure: Sendable, Equatable {
  public var chart: Chart
  /// What `Mark.subjects` counts.
  public var dumps: [Dump.ID]
  /// How far data lie from a fit, point by point; drawn as a strip below the chart.
  public var residuals: [DataPoint]
  /// Most wanted first.
  public var findings: [Finding]

  public init(_ chart: Chart, of dumps: [Dump.ID] = [], residuals: [DataPoint] = [], findings: [Finding] = []) {
    self.chart = chart
    self.dumps = dumps
    self.residuals = residuals
    self.findings = findings
  }

  /// What the point under a crosshair was measured on.
  public func dump(at crosshair: Crosshair) -> Dump.ID? {
    guard chart.marks.indices.contains(crosshair.mark),
      let subject = chart.marks[crosshair.mark].subject(ofPoint: crosshair.point), dumps.indices.contains(subject)
    else { return nil }
    return dumps[subject]
  }

  /// The point of a dump, in the mark in front.
  public func crosshair(on dump: Dump.ID) -> Crosshair? {
    dumps.firstIndex(of: dump).flatMap(chart.crosshair)
  }

  /// How many data points a crosshair can stand on.
  public var valueCount: Int { chart.marks.reduce(0) { $0 + ($1.name == nil ? 0 : $1.dataPoints.count) } }

  /// The values under the chart as text: one line for each data point that a crosshair can stand on, separated by tabs.
  public var values: String {
    let header = ["series", chart.xAxis.title, chart.yAxis.title, "dump"]
    let lines = chart.marks.enumerated().filter { $0.element.name != nil }.flatMap { index, mark in
      mark.dataPoints.enumerated().map { place, point in
        [
          mark.name ?? "", "\(point.x)", "\(point.y)",
          dump(at: Crosshair(mark: index, point: place)).map { "\($0)" } ?? "",
        ]
      }
    }
    return ([header] + lines).map { $0.joined(separator: "\t") + "\n" }.joined()
  }
}
