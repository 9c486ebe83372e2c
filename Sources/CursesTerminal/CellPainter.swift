import CNcurses
import TerminalCells

/// Puts cells into ncurses' picture of the screen; `doupdate` sends it.
struct CellPainter {
  private var pairs: ColorPairs
  var repertoire: CharacterRepertoire
  /// The text of one cell, kept so that a frame allocates it once.
  private var text: [wchar_t] = []
  private var style = Style.plain
  private var attributes: attr_t = 0
  private var pair: Int32 = 0

  init(pairs: ColorPairs, repertoire: CharacterRepertoire) {
    self.pairs = pairs
    self.repertoire = repertoire
  }

  mutating func put(_ run: CellRun) {
    var x = run.x
    for cell in run.cells {
      if let character = shown(cell) {
        take(cell.style)
        take(character)
        eigentop_put(Int32(run.y), Int32(x), text, attributes, pair)
      }
      x += 1
    }
  }

  /// What is put at the position of a cell, if anything. The substitute of a wide character leaves its right half free.
  private func shown(_ cell: Cell) -> Character? {
    switch repertoire {
    case .unicode: cell.character
    case .ascii: cell.character?.asciiSubstitute ?? " "
    }
  }

  /// Neighbours mostly share a style, so the last one is kept.
  private mutating func take(_ new: Style) {
    guard new != style else { return }
    style = new
    let wanted = new.attributes
    attributes = eigentop_attributes(
      wanted.contains(.bold), wanted.contains(.dim), wanted.contains(.underline), wanted.contains(.reverse))
    pair = pairs.pair(for: new)
  }

  /// A cluster as ncurses takes it: one spacing character, its marks, a zero. What would join it to a neighbour or ask
  /// for another width (zero-width joiner, variation selectors) is left out, in accord with `Character.displayWidth`.
  private mutating func take(_ character: Character) {
    text.removeAll(keepingCapacity: true)
    if character.isTerminalControl {
      text.append(0x20)
    } else {
      for scalar in character.unicodeScalars {
        if scalar.value == 0x200d || text.count == Int(CCHARW_MAX) { break }
        if (0xfe00...0xfe0f).contains(scalar.value) { continue }
        text.append(wchar_t(bitPattern: scalar.value))
      }
    }
    text.append(0)
  }
}
