import Charts

/// The shapes of points, and the samples of the legend.
struct MarkerSketch {
  let style: PictureStyle
  let page: Page

  /// From the middle of a marker to its edge.
  var radius: Double { 0.28 * style.fontSize }
  var lineWidth: Double { 0.14 * style.fontSize }

  /// - Parameter halo: a thin line of the background around a filled shape keeps points that touch apart.
  func draw(_ shape: MarkerShape, at place: Place, _ color: ThemeColor.RGB, halo: Bool = true) {
    switch shape {
    case .circle:
      if halo { page.fillCircle(place, radius: 1.2 * radius, style.background) }
      page.fillCircle(place, radius: radius, color)
    case .hollowCircle:
      page.fillCircle(place, radius: radius, style.background)
      page.strokeCircle(place, radius: radius, color, width: lineWidth)
    case .triangle, .square, .diamond, .star:
      let outline = outline(shape, at: place)
      if halo { page.stroke(outline, isClosed: true, style.background, width: 0.4 * radius) }
      page.fill(outline, color)
    case .hollowTriangle, .hollowSquare, .hollowDiamond:
      let outline = outline(shape, at: place)
      page.fill(outline, style.background)
      page.stroke(outline, isClosed: true, color, width: lineWidth)
    case .cross, .plus:
      let arm = shape == .cross ? 0.8 * radius : 1.1 * radius
      let ends: [(Double, Double)] = shape == .cross ? [(1, 1), (1, -1)] : [(1, 0), (0, 1)]
      for (x, y) in ends {
        page.stroke(
          [Place(x: place.x - x * arm, y: place.y - y * arm), Place(x: place.x + x * arm, y: place.y + y * arm)], color,
          width: 1.4 * lineWidth)
      }
    }
  }

  private func outline(_ shape: MarkerShape, at place: Place) -> [Place] {
    let corners: [(Double, Double)] =
      switch shape {
      case .square, .hollowSquare: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
      case .diamond, .hollowDiamond: [(0, -1.3), (1.1, 0), (0, 1.3), (-1.1, 0)]
      case .star:
        [
          (0, -1.4), (0.33, -0.45), (1.33, -0.43), (0.53, 0.17), (0.82, 1.13), (0, 0.56), (-0.82, 1.13), (-0.53, 0.17),
          (-1.33, -0.43), (-0.33, -0.45),
        ]
      case .triangle, .hollowTriangle, .circle, .hollowCircle, .cross, .plus: [(0, -1.2), (1.1, 0.8), (-1.1, 0.8)]
      }
    return corners.map { Place(x: place.x + $0.0 * radius, y: place.y + $0.1 * radius) }
  }

  func drawSample(of entry: LegendEntry, in box: Box) {
    let look = MarkStyle(entry, theme: style.theme)
    let (color, middle) = (style.ink(entry.role), box.y + box.height / 2)
    let center = Place(x: box.x + box.width / 2, y: middle)
    switch entry.sample {
    case .line:
      page.stroke(
        [Place(x: box.x, y: middle), Place(x: box.maxX, y: middle)], color, width: lineWidth, style: look.line)
      if let marker = look.marker { draw(marker, at: center, color) }
    case .point:
      draw(look.marker ?? .circle, at: center, color, halo: false)
    case .band:
      page.fill(box, style.shade(entry.role), opacity: style.shadeOpacity(entry.role))
      for x in [box.x, box.maxX] {
        page.stroke(
          [Place(x: x, y: box.y), Place(x: x, y: box.maxY)], style.ink(entry.role), width: 0.5 * lineWidth,
          style: look.line)
      }
    case .bar:
      page.fill(Box(x: box.x, y: box.y + 0.1 * box.height, width: box.width, height: 0.8 * box.height), color)
    }
  }
}

extension PictureStyle {
  /// What lies under curves: a range's own colour, that of anything else faintly.
  func shade(_ role: ChartRole) -> ThemeColor.RGB { color(role) }
  func shadeOpacity(_ role: ChartRole) -> Double {
    guard role == .fitRange || role == .zone else { return 0.25 }
    // Without a colour of its own the range is a breath of the foreground.
    return theme.color(for: role).rgb == nil ? 0.08 : 1
  }
  /// What lines and shapes are drawn with: in the name of a range like an axis, for its own colour is a shade.
  func ink(_ role: ChartRole) -> ThemeColor.RGB {
    role == .fitRange || role == .zone ? color(.axis) : color(role)
  }
}
