/// A piece of a name between separators: `lambd`, `0.007812` and `pdim` in `lambd_0.007812_pdim`.
struct NameToken {
  /// The form of the piece.
  enum Form {
    case empty
    /// Letters only.
    case word
    /// A number and nothing else.
    case number
    /// Letters and the number behind them: `layer3`, `lr0.1`, `wd1e-4`.
    case wordAndNumber
    /// A list in brackets, which only stands behind an equals sign.
    case list
    case other
  }

  /// Bytes of the name.
  var range: Range<Int>
  /// The byte before the token; 0 at the start of the name.
  var separator: UInt8
  var form: Form
  /// End of the letters that the token starts with.
  var lettersEnd: Int
  /// The number, or the number behind the letters; finite.
  var number: Double?
  /// The same number if it is digits only, as far as it fits.
  var ordinal: Int?
  /// What the letters at the start mean.
  var traits: WordTraits = []

  /// Whether the token starts with a letter.
  var isName: Bool { lettersEnd > range.lowerBound }
  var isWord: Bool { form == .word }
  /// Whether the token is behind this separator.
  func follows(_ separator: Unicode.Scalar) -> Bool { self.separator == UInt8(ascii: separator) }
}
