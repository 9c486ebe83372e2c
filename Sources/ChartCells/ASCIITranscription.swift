extension String {
  /// The text in ASCII: the signs that charts use by their usual transcription, everything else as `?`.
  var asciiTranscription: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var result = ""
    var isRaised = false
    for character in self {
      let raised = Self.superscripts[character]
      // One caret opens a whole superscript: 10⁻¹² is 10^-12.
      if raised != nil && !isRaised { result.append("^") }
      isRaised = raised != nil
      if let raised {
        result.append(raised)
      } else if character.isASCII {
        result.append(character)
      } else {
        result += Self.transcriptions[character] ?? "?"
      }
    }
    return result
  }

  private static let superscripts: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-",
  ]
  private static let transcriptions: [Character: String] = [
    "·": "*", "×": "x", "±": "+-", "≤": "<=", "≥": ">=", "…": "..", "–": "-", "—": "-", "−": "-", "∝": "~",
    "≈": "~", "→": "->", "∞": "inf",
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "η": "eta", "λ": "lambda", "μ": "mu", "ρ": "rho",
    "σ": "sigma", "τ": "tau", "Δ": "d", "Σ": "sum", "ₖ": "_k",
    "ᵢ": "_i", "₁": "_1", "é": "e", "ö": "o", "ü": "u", "ä": "a",
  ]
}
