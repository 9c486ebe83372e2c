import Analysis

/// A piece of a path component between separators: `lambd`, `0.007812` and `pdim` in `lambd_0.007812_pdim`.
struct PathToken {
  var text: Substring
  /// What stands before it; nil at the start of the component.
  var separator: Character?

  /// Splits at `_ - = , ; :` and space. A dot is part of a token, and so are the signs of numbers (`1e-06`, `t_-0.5`).
  static func split(_ component: String) -> [PathToken] {
    var tokens: [PathToken] = []
    var separator: Character?
    var rest = component[...]
    while true {
      let text = number(atStartOf: rest) ?? rest.prefix { !isSeparator($0) }
      // Hydra marks what it adds (`+experiment=base`).
      tokens.append(PathToken(text: text.drop { $0 == "+" }, separator: separator))
      rest = rest[text.endIndex...]
      guard let next = rest.popFirst() else { return tokens }
      separator = next
    }
  }

  /// The token as a finite number in decimal or scientific notation.
  var number: Double? {
    guard Self.number(atStartOf: text)?.endIndex == text.endIndex, let value = Double(text), value.isFinite else {
      return nil
    }
    return value
  }

  /// The token as a count: digits only.
  var ordinal: Int? {
    text.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
  }

  /// The token as a number, or as text.
  var value: HyperparameterValue {
    switch text.lowercased() {
    case "true": .flag(true)
    case "false": .flag(false)
    default: number.map(HyperparameterValue.number) ?? .text(String(text))
    }
  }

  /// Letters only.
  var isWord: Bool {
    !text.isEmpty && text.allSatisfy(\.isAnyLetter)
  }

  /// Starts with a letter.
  var isName: Bool {
    text.first?.isAnyLetter ?? false
  }

  /// Letters followed by digits, as in `layer3`.
  var wordAndOrdinal: (word: String, ordinal: Int)? {
    let word = text.prefix(while: \.isAnyLetter)
    let digits = text[word.endIndex...]
    guard !word.isEmpty, !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit), let ordinal = Int(digits) else {
      return nil
    }
    return (word.lowercased(), ordinal)
  }

  private static func isSeparator(_ character: Character) -> Bool {
    switch character {
    case "_", "-", "=", ",", ";", ":", " ": true
    default: false
    }
  }

  /// The number that `text` starts with, provided that it ends where a token may end.
  private static func number(atStartOf text: Substring) -> Substring? {
    var rest = text
    if rest.first == "-" { rest.removeFirst() }
    let hasWhole = takeDigits(from: &rest)
    // `.99` is a number, too.
    guard hasWhole || rest.first == "." else { return nil }
    if rest.first == "." {
      rest.removeFirst()
      guard takeDigits(from: &rest) else { return nil }
    }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
      guard takeDigits(from: &rest) else { return nil }
    }
    guard rest.first.map(isSeparator) ?? true else { return nil }
    return text[..<rest.startIndex]
  }

  private static func takeDigits(from text: inout Substring) -> Bool {
    let digits = text.prefix(while: \.isASCIIDigit)
    text = text[digits.endIndex...]
    return !digits.isEmpty
  }
}
