import Charts

/// The characters of a chart besides curves, on a canvas.
struct ChartGlyphs {
  let canvas: ChartCanvas

  private func choose(_ character: Character, ascii: Character) -> Character { canvas == .ascii ? ascii : character }

  var xAxis: Character { choose("─", ascii: "-") }
  var xMajorTick: Character { choose("┬", ascii: "+") }
  var xMinorTick: Character { choose("┴", ascii: "'") }
  var yAxis: Character { choose("│", ascii: "|") }
  var yMajorTick: Character { choose("┤", ascii: "+") }
  var yMinorTick: Character { choose("├", ascii: ":") }
  var corner: Character { choose("└", ascii: "+") }

  /// What has no value.
  var hatching: Character { choose("╱", ascii: "/") }
  /// A bar in the legend.
  var barSample: Character { choose("█", ascii: "#") }

  /// Any text as this canvas can show it.
  func text(_ text: String) -> String { canvas == .ascii ? text.asciiTranscription : text }

  func verticalRule(_ style: LineStyle) -> Character {
    switch style {
    case .solid: choose("│", ascii: "|")
    case .dashed: choose("╎", ascii: "!")
    case .dotted: choose("┊", ascii: ":")
    }
  }

  func horizontalRule(_ style: LineStyle) -> Character {
    switch style {
    case .solid: choose("─", ascii: "-")
    case .dashed: choose("╌", ascii: "=")
    case .dotted: choose("┈", ascii: ".")
    }
  }

  /// A curve in the legend.
  func lineSample(_ style: LineStyle) -> Character {
    switch style {
    case .solid: choose("━", ascii: "-")
    case .dashed: choose("╍", ascii: "=")
    case .dotted: choose("┅", ascii: ".")
    }
  }

  func marker(_ shape: MarkerShape) -> Character {
    switch shape {
    case .circle: choose("●", ascii: "o")
    case .triangle: choose("▲", ascii: "^")
    case .square: choose("■", ascii: "#")
    case .diamond: choose("◆", ascii: "%")
    case .cross: choose("✕", ascii: "x")
    case .plus: choose("✚", ascii: "+")
    case .star: choose("★", ascii: "*")
    case .hollowCircle: choose("○", ascii: "0")
    case .hollowTriangle: choose("△", ascii: "A")
    case .hollowSquare: choose("□", ascii: "H")
    case .hollowDiamond: choose("◇", ascii: "@")
    }
  }
}
