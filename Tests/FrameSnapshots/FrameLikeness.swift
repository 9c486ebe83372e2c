/// Whether two drawings differ in the last bits of their numbers at most, as those of two processors do.
///
/// A dot may lie one dot away, a bar be one eighth higher or lower, a number differ by one in its last digit. All else is the same.
public struct FrameLikeness {
  /// The rows that differ in more than that.
  public let differingRows: [Int]

  /// - Parameters: the rows of both, as `CapturesInText.lines` gives them.
  public init(_ first: [String], _ second: [String]) {
    let a = FrameText(first)
    let b = FrameText(second)
    let rows = 0..<max(first.count, second.count)
    differingRows = rows.filter { row in
      !a.numbers(in: row).elementsEqual(b.numbers(in: row), by: ==)
        || (0..<max(a.width(of: row), b.width(of: row))).contains { column in
          !a.agrees(with: b, column: column, row: row) || !b.agrees(with: a, column: column, row: row)
        }
    }
  }
}

/// What is written in the cells of a frame, each by its kind.
private struct FrameText {
  private static let eighths: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private let rows: [[Character]]

  init(_ lines: [String]) { rows = lines.map(Array.init) }

  func width(of row: Int) -> Int { rows.indices.contains(row) ? rows[row].count : 0 }

  private subscript(column: Int, row: Int) -> Character {
    rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : " "
  }

  /// The dots of a cell, a bit each as Unicode numbers them; none for a blank, nil for any other character.
  private func dots(_ column: Int, _ row: Int) -> UInt32? {
    let character = self[column, row]
    if character == " " { return 0 }
    guard let scalar = character.unicodeScalars.first?.value, 0x2800...0x28ff ~= scalar else { return nil }
    return scalar - 0x2800
  }

  /// Whether there is a dot, or a character that may hide one. In units of dots, of which a cell has 2 × 4.
  private func mayHaveDot(x: Int, y: Int) -> Bool {
    guard x >= 0, y >= 0 else { return false }
    guard let dots = dots(x / 2, y / 4) else { return true }
    let bit = y % 4 == 3 ? 6 + x % 2 : x % 2 * 3 + y % 4
    return dots & 1 << bit != 0
  }

  /// Whether what this drawing has in a cell is in the other one.
  func agrees(with other: Self, column: Int, row: Int) -> Bool {
    let (own, others) = (self[column, row], other[column, row])
    if own == others || Self.isOfNumber(own) && Self.isOfNumber(others) { return true }
    if let height = Self.eighths.firstIndex(of: own), let otherHeight = Self.eighths.firstIndex(of: others) {
      return abs(height - otherHeight) <= 1
    }
    // A cell that one gives to dots, the other to a character above them, is as its dots are.
    guard let dots = dots(column, row) else { return other.dots(column, row).map { $0 != 0 } ?? false }
    return dots == 0
      || (0..<8).allSatisfy { place in
        let (x, y) = (column * 2 + place % 2, row * 4 + place / 2)
        return !mayHaveDot(x: x, y: y)
          || (x - 1...x + 1).contains { x in (y - 1...y + 1).contains { y in other.mayHaveDot(x: x, y: y) } }
      }
  }

  private static func isOfNumber(_ character: Character) -> Bool { character == "." || character.isWholeNumber }

  /// The numbers of a row.
  func numbers(in row: Int) -> [Numeral] {
    guard rows.indices.contains(row) else { return [] }
    return rows[row].split(whereSeparator: { !Self.isOfNumber($0) }).map { Numeral(String($0)) }
  }
}

/// A number as it is written, without its sign.
private struct Numeral {
  let text: String

  init(_ text: String) { self.text = text }

  private var decimals: Int { text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0 }

  /// As many decimals, and the last digits one apart at most.
  static func == (first: Self, second: Self) -> Bool {
    if first.text == second.text { return true }
    let digits = [first, second].map { Int($0.text.filter(\.isWholeNumber)) }
    guard first.decimals == second.decimals, let one = digits[0], let other = digits[1] else { return false }
    return abs(one - other) <= 1
  }
}
