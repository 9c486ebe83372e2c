import Charts
import TerminalCells

/// Where a chart has its plot area within a frame, and which cell shows which data.
public struct PlotGeometry: Sendable, Equatable {
  /// What the chart was given.
  public let frame: Rect
  /// What is left for curves beside axes, labels, legend and notes; may be empty.
  public let plot: Rect
  public let xScale: Scale
  public let yScale: Scale

  /// The column of the screen that contains x; `nil` outside of the domain or the plot area.
  public func column(of x: Double) -> Int? {
    xScale.position(of: x).flatMap { Scale.slot($0, of: plot.width) }.map { plot.x + $0 }
  }

  /// The row of the screen that contains y; `nil` outside of the domain or the plot area.
  public func row(of y: Double) -> Int? {
    yScale.position(of: y).flatMap { Scale.slot($0, of: plot.height) }.map { plot.maxY - 1 - $0 }
  }

  /// The cell that contains a point; `nil` outside of the plot area.
  public func cell(of point: DataPoint) -> (x: Int, y: Int)? {
    guard let x = column(of: point.x), let y = row(of: point.y) else { return nil }
    return (x, y)
  }

  /// The data at the centre of a cell; `nil` outside of the plot area.
  public func data(atX x: Int, y: Int) -> DataPoint? {
    guard x >= plot.x, x < plot.maxX, y >= plot.y, y < plot.maxY else { return nil }
    return DataPoint(
      x: xScale.value(at: (Double(x - plot.x) + 0.5) / Double(plot.width)),
      y: yScale.value(at: (Double(plot.maxY - 1 - y) + 0.5) / Double(plot.height)))
  }
}

/// The geometry that ``ChartRenderer`` draws a chart with.
public func plotGeometry(_ chart: Chart, in frame: Rect, canvas: ChartCanvas = .braille) -> PlotGeometry {
  ChartLayout(chart, in: frame, glyphs: ChartGlyphs(canvas: canvas)).geometry
}
