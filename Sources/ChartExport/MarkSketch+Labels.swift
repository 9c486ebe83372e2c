import Charts

extension MarkSketch {
  /// Writes labels beside their points, where they cover the least of what is drawn.
  func drawLabels() {
    var taken = chart.marks.flatMap { mark in markedPoints(of: mark).compactMap(place) }.map { place in
      Box(x: place.x - 0.3 * f, y: place.y - 0.3 * f, width: 0.6 * f, height: 0.6 * f)
    }
    let size = 0.9 * f
    for mark in marks {
      guard case .label(let point, let text) = mark.shape, let place = place(of: point) else { continue }
      let width = page.width(of: text, size: size)
      // The nearest of the best: `min` keeps the first.
      let boxes = boxes(around: place, width: width, height: 1.1 * f)
      guard let box = boxes.min(by: { cost($0, taken) < cost($1, taken) }) else { continue }
      taken.append(box)
      page.write(text, at: Place(x: box.x, y: box.maxY - 0.3 * f), size: size, style.ink(mark.role))
    }
  }

  /// Where a text may stand, the preferred first: right of the point, left of it, then over and under it, ever farther
  /// away. All on the plot area but for texts that are wider.
  private func boxes(around place: Place, width: Double, height: Double) -> [Box] {
    let (right, left, middle) = (place.x + 0.6 * f, place.x - 0.6 * f - width, place.x - width / 2)
    var boxes = [right, left].map { Box(x: $0, y: place.y - height / 2, width: width, height: height) }
    for distance in 1...3 {
      for side in [-1.0, 1] {
        let y = place.y - height / 2 + side * Double(distance) * 0.9 * f
        boxes += [middle, right, left].map { Box(x: $0, y: y, width: width, height: height) }
      }
    }
    let inside = boxes.filter {
      $0.x >= plot.x && $0.maxX <= plot.maxX && $0.y >= plot.y && $0.maxY <= plot.maxY
    }
    return inside.isEmpty ? boxes : inside
  }

  private func cost(_ box: Box, _ taken: [Box]) -> Int { taken.count { $0.overlaps(box) } }
}
