public import Figures

/// A figure as a picture for a paper: the chart with its axes and legend, its residuals, and what limits what it says.
///
/// Equal figures and styles give equal bytes.
public struct ChartPicture: Sendable {
  public var figure: Figure
  public var style: PictureStyle

  public init(_ figure: Figure, style: PictureStyle) {
    self.figure = figure
    self.style = style
  }

  /// - Throws: where there is no room for a chart, or no memory.
  public func file(_ format: PictureFormat, metadata: PictureMetadata) throws(PictureError) -> [UInt8] {
    let ruler = try Page(width: 1, height: 1, format: .svg, resolution: 72, font: style.font, metadata: nil)
    let layout = try PictureLayout(figure, style: style, ruler: ruler)
    let page = try Page(
      width: style.width, height: layout.height, format: format, resolution: style.resolution, font: style.font,
      metadata: metadata)
    page.cover(with: style.background)
    let frame = FrameSketch(figure: figure, layout: layout, style: style, page: page)
    let marks = MarkSketch(chart: figure.chart, layout: layout, style: style, page: page)
    page.clipped(to: layout.plot) { marks.drawRanges() }
    frame.drawGrid()
    page.clipped(to: layout.plot) {
      marks.drawAreas()
      marks.drawCells()
      marks.drawRules()
      marks.drawBars()
      marks.drawErrorBars()
      marks.drawCurves()
    }
    frame.drawAxes()
    frame.drawResiduals()
    marks.drawPoints()
    marks.drawLabels()
    frame.drawText()
    return try metadata.described(page.finished(), as: format, resolution: style.resolution)
  }
}
