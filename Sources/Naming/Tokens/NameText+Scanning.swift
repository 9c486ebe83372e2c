extension NameText {
  /// The tokens of the name, in order. Takes time proportional to its length.
  func tokens() -> [NameToken] {
    var tokens: [NameToken] = []
    tokens.reserveCapacity(8)
    var separator: UInt8 = 0
    var start = 0
    while true {
      let token = token(at: start, behind: separator)
      tokens.append(token)
      guard token.range.upperBound < bytes.count else { return tokens }
      separator = bytes[token.range.upperBound]
      start = token.range.upperBound + 1
    }
  }

  private func token(at start: Int, behind separator: UInt8) -> NameToken {
    if separator == UInt8(ascii: "="), let end = list(at: start) {
      return NameToken(range: start..<end, separator: separator, form: .list, lettersEnd: start)
    }
    if let end = number(at: start, isWhole: true) {
      return numbered(NameToken(range: start..<end, separator: separator, form: .number, lettersEnd: start))
    }
    let letters = letters(at: start)
    if letters > start, let end = number(at: letters, isWhole: false) {
      return numbered(NameToken(range: start..<end, separator: separator, form: .wordAndNumber, lettersEnd: letters))
    }
    var end = letters
    while end < bytes.count, !bytes[end].isSeparator, !(end > start && isNumberedBehindDot(end)) { end += 1 }
    let form: NameToken.Form = end == start ? .empty : end == letters ? .word : .other
    return NameToken(
      range: start..<end, separator: separator, form: form, lettersEnd: letters,
      traits: form == .word ? traits(start..<letters) : [])
  }

  /// The token with its number, as far as it is finite; else it is of no form that is known.
  private func numbered(_ token: NameToken) -> NameToken {
    var token = token
    let digits = token.lettersEnd..<token.range.upperBound
    token.ordinal = ordinal(digits)
    token.number = Double(string(digits)).flatMap { $0.isFinite ? $0 : nil }
    if token.number == nil { token.form = .other }
    token.traits = token.isName ? traits(token.range.lowerBound..<token.lettersEnd) : []
    return token
  }

  /// Whether a dot stands before a word with its number, and ends the token: `name.shard3`, `model.ckpt-1000`.
  private func isNumberedBehindDot(_ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: ".") else { return false }
    let letters = letters(at: index + 1)
    let isJoined = isAt(letters, "-") || isAt(letters, "_")
    let start = isJoined ? letters + 1 : letters
    let end = isAt(start, "*") ? start + 1 : digits(at: start)
    guard end > start, end == bytes.count || bytes[end].isSeparator else { return false }
    return traits((index + 1)..<letters).has([.shard, .epoch, .step, .seed])
  }

  private func traits(_ word: Range<Int>) -> WordTraits {
    word.count > WordTraits.longestWord ? [] : WordTraits.of(lowercased(word))
  }

  /// The end of the list in brackets at `index`, or of the name where a bracket is not closed.
  private func list(at index: Int) -> Int? {
    guard isAt(index, "[") || isAt(index, "(") || isAt(index, "{") else { return nil }
    var depth = 0
    for end in index..<bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      guard depth == 0 else { continue }
      var end = end + 1
      while end < bytes.count, !bytes[end].isSeparator { end += 1 }
      return end
    }
    return bytes.count
  }

  /// The end of the number in decimal or scientific notation at `index`, provided that a token may end there.
  ///
  /// - Parameter isWhole: whether the number is all of the token; only then it may have a sign, or nothing before its
  ///   point (`.99`).
  private func number(at index: Int, isWhole: Bool) -> Int? {
    var end = index
    if isWhole, isAt(end, "-") { end += 1 }
    let whole = digits(at: end)
    let hasWhole = whole > end
    guard hasWhole || isWhole else { return nil }
    end = whole
    if isAt(end, ".") {
      let fraction = digits(at: end + 1)
      guard fraction > end + 1 else { return nil }
      end = fraction
    } else if !hasWhole {
      return nil
    }
    if isAt(end, "e") || isAt(end, "E") {
      let sign = isAt(end + 1, "-") || isAt(end + 1, "+") ? 1 : 0
      let exponent = digits(at: end + 1 + sign)
      guard exponent > end + 1 + sign else { return nil }
      end = exponent
    }
    return end == bytes.count || bytes[end].isSeparator ? end : nil
  }
}
