import CWideCharacters

extension Character {
  /// Columns that this character takes as `CellBuffer.write` shows it: 0 (combining marks alone), 1 or 2.
  ///
  /// The first scalar decides, as it does in ncurses and in terminals: what follows it in a cluster (marks, joiners,
  /// the second half of a flag) does not widen the cell. What cannot be printed is shown as one column.
  public var displayWidth: Int {
    guard !isUnprintable, let first = unicodeScalars.first else { return 1 }
    return first.isASCII ? 1 : Int(eigentop_scalar_width(first.value))
  }

  /// Whether a terminal would obey this character instead of showing it (C0, DEL, C1, and the direction marks and
  /// overrides, which could make a file name read as another).
  public var isTerminalControl: Bool {
    if let ascii = asciiValue { return ascii < 0x20 || ascii == 0x7f }
    return unicodeScalars.contains {
      switch $0.value {
      case 0...0x1f, 0x7f...0x9f, 0x061c, 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069: true
      default: false
      }
    }
  }

  /// Whether there is nothing of it to show: a control, or a scalar that the C library does not know.
  var isUnprintable: Bool {
    if isTerminalControl { return true }
    guard let first = unicodeScalars.first, !first.isASCII else { return false }
    return eigentop_scalar_width(first.value) < 0
  }
}

extension StringProtocol {
  /// Columns that this text takes as `CellBuffer.write` shows it.
  public var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }
}
