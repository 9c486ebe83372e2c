import Charts
public import TerminalCells

/// Cells as a picture: each where a terminal has it, in its colours. Lines, blocks and dots are drawn as shapes, so that they meet
/// whatever the font.
public struct ScreenPicture: Sendable {
  public var buffer: CellBuffer
  /// Font, width, and the colours of cells that leave the choice to the terminal. The height and the size of the font follow.
  public var style: PictureStyle

  public init(_ buffer: CellBuffer, style: PictureStyle) {
    self.buffer = buffer
    self.style = style
  }

  private static let margin = 0.8

  /// - Throws: where there is no memory.
  public func file(_ format: PictureFormat, metadata: PictureMetadata) throws(PictureError) -> [UInt8] {
    let ruler = try Page(width: 1, height: 1, format: .svg, resolution: 72, font: style.font, metadata: nil)
    // The width of the picture in sizes of the font.
    let unit = Double(buffer.width) * ruler.width(of: "0", size: 100) / 100 + 2 * Self.margin
    var style = style
    style.fontSize = style.width / unit
    let size = style.fontSize
    let cell = (width: ruler.width(of: "0", size: 100) / 100 * size, height: 1.2 * size)
    let margin = Self.margin * size
    let page = try Page(
      width: style.width, height: Double(buffer.height) * cell.height + 2 * margin,
      format: format, resolution: style.resolution, font: style.font, metadata: metadata)
    page.cover(with: style.background)
    let sketch = CellSketch(style: style, page: page, cell: cell, origin: Place(x: margin, y: margin))
    for row in 0..<buffer.height {
      for run in runs(in: row) { sketch.drawGround(run, row: row) }
    }
    for row in 0..<buffer.height {
      for run in runs(in: row) { sketch.draw(run, row: row) }
    }
    return try metadata.described(page.finished(), as: format, resolution: style.resolution)
  }

  /// The cells of a row in stretches of equal style.
  private func runs(in row: Int) -> [CellSketch.Run] {
    var runs: [CellSketch.Run] = []
    for column in 0..<buffer.width {
      let cell = buffer[column, row]
      if let last = runs.last, last.style == cell.style {
        runs[runs.count - 1].characters.append(cell.character)
      } else {
        runs.append(CellSketch.Run(column: column, style: cell.style, characters: [cell.character]))
      }
    }
    return runs
  }
}
