import Charts

/// A character that is a drawing: dots, blocks or lines that have to meet those of the next cell. In shares of a cell, from its
/// upper left corner.
enum CellShape {
  /// Columns (2) and rows (4).
  case dots([(x: Int, y: Int)])
  case blocks([Box], opacity: Double)
  case lines([(from: Place, to: Place)], isHeavy: Bool, style: LineStyle)

  /// nil for what is a letter.
  init?(_ character: Character) {
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else { return nil }
    switch scalar.value {
    case 0x2800...0x28ff: self = .dots(Self.dots(of: scalar.value - 0x2800))
    case 0x2580...0x259f:
      guard let shape = Self.block(scalar.value) else { return nil }
      self = shape
    case 0x2571:
      self = .lines([(Place(x: 1, y: 0), Place(x: 0, y: 1))], isHeavy: false, style: .solid)
    default:
      guard let (arms, isHeavy, style) = Self.arms[character] else { return nil }
      let center = Place(x: 0.5, y: 0.5)
      let ends = [
        "l": Place(x: 0, y: 0.5), "r": Place(x: 1, y: 0.5), "u": Place(x: 0.5, y: 0), "d": Place(x: 0.5, y: 1),
      ]
      self = .lines(
        arms.compactMap { ends[String($0)] }.map { (center, $0) }, isHeavy: isHeavy, style: style)
    }
  }

  /// The bits of a braille pattern in Unicode's order.
  private static func dots(of bits: UInt32) -> [(x: Int, y: Int)] {
    [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)].enumerated()
      .compactMap { bits >> $0 & 1 == 1 ? $1 : nil }
  }

  private static func block(_ code: UInt32) -> CellShape? {
    func part(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> CellShape {
      .blocks([Box(x: x, y: y, width: width, height: height)], opacity: 1)
    }
    switch code {
    case 0x2580: return part(0, 0, 1, 0.5)
    case 0x2581...0x2588:
      let height = Double(code - 0x2580) / 8
      return part(0, 1 - height, 1, height)
    case 0x2589...0x258f: return part(0, 0, Double(0x2590 - code) / 8, 1)
    case 0x2590: return part(0.5, 0, 0.5, 1)
    case 0x2591...0x2593:
      return .blocks([Box(x: 0, y: 0, width: 1, height: 1)], opacity: Double(code - 0x2590) / 4)
    case 0x2594: return part(0, 0, 1, 0.125)
    case 0x2595: return part(0.875, 0, 0.125, 1)
    default:
      // Quadrants: lower left, lower right, upper left, and their unions, in Unicode's order.
      let quadrants: [[(Double, Double)]] = [
        [(0, 0.5)], [(0.5, 0.5)], [(0, 0)], [(0, 0), (0, 0.5), (0.5, 0.5)], [(0, 0), (0.5, 0.5)],
        [(0, 0), (0.5, 0), (0, 0.5)], [(0, 0), (0.5, 0), (0.5, 0.5)], [(0.5, 0)], [(0.5, 0), (0, 0.5)],
        [(0.5, 0), (0, 0.5), (0.5, 0.5)],
      ]
      let index = Int(code) - 0x2596
      guard quadrants.indices.contains(index) else { return nil }
      return .blocks(quadrants[index].map { Box(x: $0, y: $1, width: 0.5, height: 0.5) }, opacity: 1)
    }
  }

  /// To which sides lines go from the middle, whether they are heavy, and their style.
  private static let arms: [Character: (String, Bool, LineStyle)] = [
    "─": ("lr", false, .solid), "│": ("ud", false, .solid), "━": ("lr", true, .solid), "┃": ("ud", true, .solid),
    "┄": ("lr", false, .dashed), "┆": ("ud", false, .dashed), "┈": ("lr", false, .dotted), "┊": ("ud", false, .dotted),
    "┅": ("lr", true, .dashed), "┉": ("lr", true, .dotted), "╍": ("lr", true, .dashed), "╌": ("lr", false, .dashed),
    "╎": ("ud", false, .dashed),
    "┌": ("rd", false, .solid), "┐": ("ld", false, .solid), "└": ("ru", false, .solid), "┘": ("lu", false, .solid),
    "╭": ("rd", false, .solid), "╮": ("ld", false, .solid), "╰": ("ru", false, .solid), "╯": ("lu", false, .solid),
    "├": ("udr", false, .solid), "┤": ("udl", false, .solid), "┬": ("lrd", false, .solid),
    "┴": ("lru", false, .solid), "┼": ("lrud", false, .solid), "╷": ("d", false, .solid), "╵": ("u", false, .solid),
    "╴": ("l", false, .solid), "╶": ("r", false, .solid),
  ]
}
