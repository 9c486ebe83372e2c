import Charts
import TerminalCells

/// Draws cells on a page.
struct CellSketch {
  struct Run {
    let column: Int
    let style: Style
    var characters: [Character?]
  }

  let style: PictureStyle
  let page: Page
  let cell: (width: Double, height: Double)
  let origin: Place

  func drawGround(_ run: Run, row: Int) {
    let ground = colors(of: run.style).ground
    guard ground != style.background else { return }
    let box = box(column: run.column, row: row)
    // A little more, so that nothing shines through between one and the next.
    let bleed = 0.03 * style.fontSize
    page.fill(
      Box(
        x: box.x, y: box.y, width: box.width * Double(run.characters.count) + bleed, height: box.height + bleed),
      ground)
  }

  func draw(_ run: Run, row: Int) {
    let color = colors(of: run.style).ink
    let start = box(column: run.column, row: row)
    let isBold = run.style.attributes.contains(.bold)
    if isBold { page.use(font: style.font, isBold: true) }
    var (text, textColumn) = ("", 0)
    func writeText() {
      let place = Place(x: start.x + Double(textColumn) * cell.width, y: start.y + 0.8 * cell.height)
      if text.contains(where: { $0 != " " }) { page.write(text, at: place, size: style.fontSize, color) }
      text = ""
    }
    for (offset, character) in run.characters.enumerated() {
      guard let character else { continue }
      let box = box(column: run.column + offset, row: row)
      if let shape = CellShape(character) {
        writeText()
        draw(shape, in: box, color)
      } else if character.isASCII {
        if text.isEmpty { textColumn = offset }
        text.append(character)
      } else {
        // Of other characters not every font keeps to the width of a cell.
        writeText()
        page.write(
          String(character), at: Place(x: box.x, y: box.y + 0.8 * cell.height), size: style.fontSize, color)
      }
    }
    writeText()
    if isBold { page.use(font: style.font, isBold: false) }
    if run.style.attributes.contains(.underline) {
      let y = start.y + 0.92 * cell.height
      page.stroke(
        [Place(x: start.x, y: y), Place(x: start.x + Double(run.characters.count) * cell.width, y: y)], color,
        width: 0.06 * style.fontSize)
    }
  }

  private func draw(_ shape: CellShape, in box: Box, _ color: ThemeColor.RGB) {
    switch shape {
    case .dots(let places):
      for (x, y) in places {
        let center = Place(x: box.x + (Double(x) + 0.5) * box.width / 2, y: box.y + (Double(y) + 0.5) * box.height / 4)
        page.fillCircle(center, radius: 0.16 * box.width, color)
      }
    case .blocks(let parts, let opacity):
      for part in parts {
        page.fill(
          Box(
            x: box.x + part.x * box.width, y: box.y + part.y * box.height, width: part.width * box.width,
            height: part.height * box.height), color, opacity: opacity)
      }
    case .lines(let arms, let isHeavy, let style):
      let width = (isHeavy ? 0.16 : 0.08) * self.style.fontSize
      for arm in arms {
        page.stroke(
          [
            Place(x: box.x + arm.from.x * box.width, y: box.y + arm.from.y * box.height),
            Place(x: box.x + arm.to.x * box.width, y: box.y + arm.to.y * box.height),
          ], color, width: width, style: style)
      }
    }
  }

  private func box(column: Int, row: Int) -> Box {
    Box(
      x: origin.x + Double(column) * cell.width, y: origin.y + Double(row) * cell.height, width: cell.width,
      height: cell.height)
  }

  private func colors(of cell: Style) -> (ink: ThemeColor.RGB, ground: ThemeColor.RGB) {
    var ink = rgb(cell.foreground) ?? style.foreground
    var ground = rgb(cell.background) ?? style.background
    if cell.attributes.contains(.reverse) { (ink, ground) = (ground, ink) }
    if cell.attributes.contains(.dim) { ink = ground.mixed(with: ink, share: 0.6) }
    return (ink, ground)
  }

  private func rgb(_ color: Color) -> ThemeColor.RGB? {
    switch color {
    case .terminalDefault: return nil
    case .palette(let index):
      let (red, green, blue) = XtermPalette.components(index)
      return ThemeColor.RGB(red, green, blue)
    case .rgb(let red, let green, let blue): return ThemeColor.RGB(red, green, blue)
    }
  }
}
