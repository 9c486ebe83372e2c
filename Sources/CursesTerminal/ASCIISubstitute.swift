extension Character {
  /// The ASCII character that is drawn for this one: a sign by its usual look, a Latin letter without its marks, a digit
  /// of any size as a digit, and `?` for the rest.
  var asciiSubstitute: Character {
    if isASCII { return self }
    if let substitute = Self.substitutes[self] { return substitute }
    guard let first = unicodeScalars.first else { return " " }
    // A letter with combining marks.
    if first.isASCII { return Character(first) }
    if let digit = wholeNumberValue, (0...9).contains(digit), let shown = "\(digit)".first { return shown }
    return Self.latinLetter(named: first.properties.name ?? "") ?? Self.blockSubstitute(first) ?? "?"
  }

  /// `LATIN SMALL LETTER E WITH ACUTE` is e.
  private static func latinLetter(named name: String) -> Character? {
    for (prefix, isSmall) in [("LATIN SMALL LETTER ", true), ("LATIN CAPITAL LETTER ", false)]
    where name.hasPrefix(prefix) {
      let letter = name.dropFirst(prefix.count).prefix { $0 != " " }
      guard letter.count == 1 else { return nil }
      return isSmall ? letter.lowercased().first : letter.first
    }
    return nil
  }

  /// Lines and blocks, of which there are too many to list.
  private static func blockSubstitute(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar.value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254c, 0x254d: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250a, 0x250b, 0x254e, 0x254f: "|"
    case 0x250c...0x257f: "+"
    case 0x2580...0x259f: "#"
    case 0x2801...0x28ff: "."
    default: nil
    }
  }

  private static let substitutes: [Character: Character] = [
    "α": "a", "β": "b", "γ": "g", "δ": "d", "Δ": "D", "ε": "e", "λ": "l", "μ": "u", "µ": "u", "ρ": "r", "σ": "s",
    "Σ": "S", "τ": "t", "χ": "x", "ₖ": "k", "ᵏ": "k", "ᵢ": "i", "ⁿ": "n", "⁻": "-", "×": "x", "±": "~", "≤": "<",
    "≥": ">", "≈": "~", "∝": "~", "∞": "~", "√": "v", "·": ".", "•": "*", "…": ".", "–": "-", "—": "-", "−": "-",
    "‘": "'", "’": "'", "“": "\"", "”": "\"", "←": "<", "→": ">", "↑": "^", "↓": "v", "↵": "<", "▴": "^", "▾": "v",
    "▸": ">", "◂": "<", "▲": "^", "△": "^", "▼": "v", "●": "o", "○": "o", "■": "#", "□": "#", "◆": "*", "◇": "*",
    "★": "*", "☆": "*", "✓": "v", "✗": "x", "✕": "x", "✚": "+", "⚠": "!", "\u{a0}": " ", "°": "o", "ß": "s",
  ]
}
