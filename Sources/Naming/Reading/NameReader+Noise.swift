/// What is different every time: dates, times, hashes; and data types, which are not about the network.
extension NameReader {
  mutating func readNoise() {
    var index = 0
    while index < tokens.count {
      index = isNamedByWord(index) ? index + 1 : (readDate(at: index) ?? readOther(at: index)) + 1
    }
    readJobNumber()
  }

  /// Whether a number belongs to the word before it, whatever it looks like: `seed_20240305`.
  private func isNamedByWord(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let previous = tokens[index - 1]
    return tokens[index].follows("=") || previous.isWord && previous.traits.has([.epoch, .step, .seed])
  }

  /// - Returns: the last token of the date and the time behind it.
  private mutating func readDate(at index: Int) -> Int? {
    guard let date = date(at: index) else {
      guard role == .directory, siblings.isBelowSweep, index == 0, let end = time(at: 0), end == tokens.count - 1 else {
        return nil
      }
      use(0...end, as: .noise, by: .time)
      return end
    }
    var end = date
    if date + 1 < tokens.count, let time = time(at: date + 1) { end = time }
    // A tracker's `run-20240305_123000-ab12cd34`.
    var start = index
    while start > 0, isFree(start - 1), ["run", "offline"].contains(lowercased(start - 1)) { start -= 1 }
    if start < index, end + 2 == tokens.count, isIdentifier(end + 1) { end += 1 }
    use(start...end, as: .noise, by: .date)
    return end
  }

  /// - Returns: the last token that was looked at.
  private mutating func readOther(at index: Int) -> Int {
    let token = tokens[index]
    if isPlaceOfNumber(index) {
      let first = index > 0 && isFree(index - 1) && tokens[index - 1].traits.has(.shard) ? index - 1 : index
      use(first...index, as: .shard, by: .shard)
      if index + 2 < tokens.count, tokens[index + 1].traits.has(.of), tokens[index + 2].ordinal != nil {
        use(index...(index + 2), as: .shard, by: .shard)
        return index + 2
      }
    } else if isCounted(index) {
      let first = index > 0 && isFree(index - 1) && tokens[index - 1].traits.has(.shard) ? index - 1 : index
      use(first...(index + 2), as: .shard, by: .shard)
      return index + 2
    } else if let end = uniqueIdentifier(at: index) {
      use(index...end, as: .noise, by: .hash)
      return end
    } else if isHash(index) {
      use(index...index, as: .noise, by: .hash)
    } else if token.form == .number, token.range.count == 10 || token.range.count == 13, let seconds = token.ordinal,
      (1_000_000_000...2_100_000_000).contains(token.range.count == 13 ? seconds / 1000 : seconds)
    {
      use(index...index, as: .noise, by: .time)
    } else if role == .file, isDataType(index) {
      use(index...index, as: .noise, by: .dataType)
    }
    return index
  }

  /// Whether an asterisk stands for the numbers of pieces: `*`, `shard*`.
  private func isPlaceOfNumber(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.range.last.map({ text.isAt($0, "*") }) == true else { return false }
    let letters = token.range.lowerBound..<(token.range.upperBound - 1)
    if letters.isEmpty { return true }
    return letters.count <= 8 && WordTraits.of(text.lowercased(letters)).has(.shard)
  }

  /// Whether the number says which of several pieces it is, `00003-of-00010`: of no checkpoint, layer or seed.
  private func isCounted(_ index: Int) -> Bool {
    guard isInRun, index > 0, index + 2 < tokens.count, let number = tokens[index].ordinal,
      tokens[index].form == .number, tokens[index + 1].traits.has(.of), tokens[index + 1].isWord,
      let count = tokens[index + 2].ordinal, tokens[index + 2].form == .number
    else { return false }
    return number <= count && count > 0 && !tokens[index - 1].traits.has([.epoch, .step, .seed, .layer])
  }

  /// A number alone is that of a job: below a date or a sweep, or where those beside it count from 0 or 1.
  private mutating func readJobNumber() {
    guard role == .directory, siblings.isBelowSweep || siblings.areCounted, tokens.count == 1, isFree(0),
      tokens[0].form == .number,
      let number = tokens[0].ordinal, number < 100_000
    else { return }
    use(0...0, as: .noise, by: .jobNumber)
  }

  private func isDataType(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.traits.has(.dataType) else { return false }
    return token.isWord ? lowercased(index) == "half" : [16, 32, 64].contains(token.ordinal)
  }

  /// The last token of the date that starts at `index`: `20240305`, `2024-03-05`, `05-03-2024`, `2024-03-05T12`,
  /// `Mar05` before a time.
  private func date(at index: Int) -> Int? {
    let token = tokens[index]
    if token.form == .wordAndNumber, token.traits.has(.month), let day = token.ordinal, 1...31 ~= day {
      return index + 1 < tokens.count && time(at: index + 1) != nil ? index : nil
    }
    let start = token.range.lowerBound
    if token.form == .other, !token.isName {
      let parts = text.string(token.range).split { $0 == "." || $0 == "T" }
      let isDotted = parts.count == 3 && isDay(parts[0], parts[1], parts[2])
      let isStamp = parts.count == 2 && token.range.count == 15 && isDay(start)
      return isDotted || isStamp ? index : nil
    }
    guard token.form == .number, token.ordinal != nil else { return nil }
    if token.range.count == 8 { return isDay(start) ? index : nil }
    guard index + 2 < tokens.count else { return nil }
    let (first, second, third) = (text(index...index), text((index + 1)...(index + 1)), text((index + 2)...(index + 2)))
    if isDay(first[...], second[...], third.prefix(2)) {
      if third.utf8.count == 2 { return index + 2 }
      if third.utf8.count == 5, third.dropFirst(2).first == "T" { return index + 2 }
    }
    return isDay(third[...], second[...], first[...]) ? index + 2 : nil
  }

  private func isDay(_ start: Int) -> Bool {
    isDay(
      text.string(start..<(start + 4))[...], text.string((start + 4)..<(start + 6))[...],
      text.string((start + 6)..<(start + 8))[...])
  }

  private func isDay(_ year: Substring, _ month: Substring, _ day: Substring) -> Bool {
    guard year.utf8.count == 4, month.utf8.count == 2, day.utf8.count == 2, let year = Int(year),
      let month = Int(month), let day = Int(day)
    else { return false }
    return 1990...2099 ~= year && 1...12 ~= month && 1...31 ~= day
  }

  /// The last token of the time that starts at `index`: `123000`, `12-30-00`, `1230`, `12-30`.
  private func time(at index: Int) -> Int? {
    let end = min(index + 3, tokens.count)
    let pairs = tokens[index..<end].prefix { $0.form == .number && $0.ordinal != nil && $0.range.count == 2 }
    let numbers = pairs.compactMap(\.ordinal)
    if numbers.count >= 2 {
      return numbers[0] < 24 && numbers.dropFirst().allSatisfy { $0 < 60 } ? index + numbers.count - 1 : nil
    }
    guard tokens[index].form == .number, let number = tokens[index].ordinal else { return nil }
    switch tokens[index].range.count {
    case 6: return number / 10_000 < 24 && number / 100 % 100 < 60 && number % 100 < 60 ? index : nil
    case 4: return role != .file && number / 100 < 24 && number % 100 < 60 ? index : nil
    default: return nil
    }
  }

  /// The last token of a UUID.
  private func uniqueIdentifier(at index: Int) -> Int? {
    let lengths = [8, 4, 4, 4, 12]
    guard index + lengths.count <= tokens.count else { return nil }
    for (offset, length) in lengths.enumerated() {
      let token = tokens[index + offset]
      guard token.range.count == length, text.bytes[token.range].allSatisfy({ ($0 | 0x20).isHexDigit }) else {
        return nil
      }
    }
    return index + lengths.count - 1
  }

  /// Eight letters and digits, as trackers name runs.
  private func isIdentifier(_ index: Int) -> Bool {
    tokens[index].range.count == 8
      && text.bytes[tokens[index].range].allSatisfy { $0.isDigit || $0.isLetter && !$0.isUppercase }
  }

  /// Whether the token looks as if letters and digits were drawn: hexadecimal from 7 on, or any of them, 8.
  private func isHash(_ index: Int) -> Bool {
    let range = tokens[index].range
    guard range.count >= 7, range.count <= 64, tokens[index].form != .word else { return false }
    var changes = 0
    var digitCount = 0
    var isHexadecimal = true
    for place in range {
      let byte = text.bytes[place]
      guard byte.isDigit || byte.isLetter && byte < 0x80 && !byte.isUppercase else { return false }
      isHexadecimal = isHexadecimal && byte.isHexDigit
      if byte.isDigit { digitCount += 1 }
      if place > range.lowerBound, text.bytes[place - 1].isDigit != byte.isDigit { changes += 1 }
    }
    guard digitCount >= 2, digitCount < range.count else { return false }
    // Weights have a hash of eight behind their names: `vgg16-397923af`.
    let isLast = isInRun && range.count == 8 && range.upperBound == text.bytes.count && tokens[index].follows("-")
    if isHexadecimal, isLast { return true }
    return isHexadecimal ? changes >= 2 || range.count >= 32 : range.count == 8 && changes >= 3
  }
}
