/// What curves are drawn with: how many dots a cell has, and the character that shows a set of them.
public enum ChartCanvas: String, Sendable, Hashable, CaseIterable {
  /// 2 × 4 dots in a cell.
  case braille
  /// 2 × 2 quadrants in a cell.
  case blocks
  /// 1 × 2 halves in a cell.
  case halfBlocks = "half-blocks"
  /// 1 × 3 levels in a cell, and nothing but ASCII anywhere in the chart.
  case ascii

  /// Dots across a cell.
  var dotColumns: Int {
    switch self {
    case .braille, .blocks: 2
    case .halfBlocks, .ascii: 1
    }
  }

  /// Dots down a cell.
  var dotRows: Int {
    switch self {
    case .braille: 4
    case .blocks, .halfBlocks: 2
    case .ascii: 3
    }
  }

  /// The bit of one dot in the set of a cell's dots, counted from the upper left.
  func bit(column: Int, row: Int) -> UInt8 {
    switch self {
    // Unicode numbers the six dots of old braille column by column and the fourth row after them.
    case .braille: row == 3 ? 0x40 << column : 1 << (row + 3 * column)
    case .blocks, .halfBlocks, .ascii: 1 << (row * dotColumns + column)
    }
  }

  /// The character that shows exactly these dots.
  func glyph(_ dots: UInt8) -> Character {
    switch self {
    case .braille: Self.brailleGlyphs[Int(dots)]
    case .blocks: Self.quadrants[Int(dots & 0xf)]
    case .halfBlocks: Self.halves[Int(dots & 0x3)]
    case .ascii: Self.levels[Int(dots & 0x7)]
    }
  }

  private static let brailleGlyphs = (0...UInt32(UInt8.max)).map {
    Unicode.Scalar(0x2800 + $0).map(Character.init) ?? " "
  }
  private static let quadrants: [Character] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]
  private static let halves: [Character] = [" ", "▀", "▄", "█"]
  private static let levels: [Character] = [" ", "'", "-", "'", ".", "|", ".", "|"]
}
