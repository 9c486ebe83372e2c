/// Settings and metrics.
extension NameReader {
  /// Takes assignments between commas, as Hydra names its jobs: `+experiment=base,model.dims=[512,256],lr=1e-3`.
  mutating func readItems() {
    guard tokens.contains(where: { $0.follows(",") || $0.follows(";") || $0.follows("&") }) else { return }
    var first = 0
    for end in 1...tokens.count where end == tokens.count || tokens[end].separator.endsItem {
      readItem(first...(end - 1))
      first = end
    }
  }

  private mutating func readItem(_ item: ClosedRange<Int>) {
    let values = item.dropFirst().filter { tokens[$0].follows("=") }
    guard values.count == 1, let value = values.first, isFree(value - 1), tokens[value - 1].isName else { return }
    var key = value - 1
    while key > item.lowerBound, isFree(key - 1), tokens[key - 1].isName { key -= 1 }
    let last = (value...item.upperBound).prefix { $0 == value || isFree($0) || tokens[$0].range.isEmpty }.last ?? value
    assign(key: key...(value - 1), value: value...last)
  }

  /// Takes `key=value` where no commas say how far they go.
  mutating func readAssignment(at index: Int) {
    let first = index + 1
    var last = first
    switch tokens[first].form {
    case .number: last = endOfGroupedDigits(first) ?? first
    case .list, .empty: break
    case .word, .wordAndNumber, .other: last = endOfWords(first)
    }
    assign(key: keyStart(endingAt: index, takesAll: true)...index, value: first...last)
  }

  private mutating func assign(key: ClosedRange<Int>, value range: ClosedRange<Int>) {
    let last = key.upperBound
    let whole = key.lowerBound...range.upperBound
    if range.count == 1, let ordinal = tokens[range.lowerBound].ordinal, tokens[range.lowerBound].form == .number {
      let isAlone = key.count == 1 || tokens[key.lowerBound].traits.has(.stepPrefix)
      if isAlone, takeOrdinal(ordinal, at: last, through: range.upperBound) { return }
      if tokens[last].traits.has(.enumerated), key.count == 1 {
        let isAttempt = tokens[last].traits.has([.attempt, .process])
        use(whole, as: isAttempt ? .noise : .word, by: isAttempt ? .attempt : .word, key: word(last))
        return
      }
    }
    guard let value = value(of: range) else { return }
    let name = text(key)
    if name.split(separator: ".").last.map({ WordTraits.of($0.lowercased()).has(.seed) }) == true,
      let number = value.number.flatMap({ Int(exactly: $0) })
    {
      seed = number
      use(whole, as: .seed, by: .seedWord, key: name)
    } else if value.number != nil, isMetric(key, name) {
      use(whole, as: .metric, by: .metricWord, key: name, value: value)
    } else {
      use(whole, as: .setting, by: .assignment, key: name, value: value)
    }
  }

  /// What is behind an equals sign; nil for nothing.
  private func value(of range: ClosedRange<Int>) -> NameValue? {
    let written = text(range)
    guard !written.isEmpty else { return nil }
    if range.count == 1, let number = tokens[range.lowerBound].number, tokens[range.lowerBound].form == .number {
      return .number(number)
    }
    switch written.lowercased() {
    case "true", "yes", "on": return .flag(true)
    case "false", "no", "off": return .flag(false)
    default: break
    }
    if endOfGroupedDigits(range.lowerBound) == range.upperBound,
      let number = Double(written.filter { $0 != "_" }), number.isFinite
    {
      return .number(number)
    }
    return .text(written)
  }

  /// The last token of digits in groups of three, `1_024`; nil where there are no groups.
  private func endOfGroupedDigits(_ first: Int) -> Int? {
    guard tokens[first].ordinal != nil, tokens[first].range.count <= 3 else { return nil }
    var last = first
    while last + 1 < tokens.count, tokens[last + 1].follows("_"), tokens[last + 1].range.count == 3,
      tokens[last + 1].form == .number, tokens[last + 1].ordinal != nil
    {
      last += 1
    }
    return last > first ? last : nil
  }

  /// The last token of a value of words: up to the next key, or to what means something by itself.
  private func endOfWords(_ first: Int) -> Int {
    var last = first
    while last + 1 < tokens.count, isFree(last + 1), !startsMeaning(last + 1) { last += 1 }
    guard last + 1 < tokens.count, tokens[last + 1].follows("=") else { return last }
    // The words before the equals sign are its key.
    last -= 1
    while last > first, tokens[last + 1].traits.has(.qualified) { last -= 1 }
    return max(first, last)
  }

  /// Whether the token stands for something else than a part of a value.
  private func startsMeaning(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.follows("=") { return true }
    if token.traits.has([.epoch, .step, .seed]) {
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      if token.form == .wordAndNumber || next?.ordinal != nil { return true }
    }
    return isInRun && token.isWord && token.traits.has(WordTraits.content.union(.split))
  }

  /// Takes a word and the value behind it, without an equals sign.
  mutating func readSettingPair(at index: Int) {
    let next = tokens[index + 1]
    let traits = tokens[index].traits
    guard tokens[index].isWord, !traits.has([.enumerated, .content]) else { return }
    if next.isWord, next.traits.has(.truth), next.follows("_") {
      use(
        keyStart(endingAt: index)...(index + 1), as: .setting, by: .pair, key: text(keyStart(endingAt: index)...index),
        value: .flag(lowercased(index + 1) == "true"))
      return
    }
    guard next.form == .number, let number = next.number else { return }
    let start = keyStart(endingAt: index)
    let name = text(start...index)
    let isMetric = isMetric(start...index, name)
    // `resnet-50` is a name; `lr-0.1` and `batch-size-256` are settings.
    let isKey =
      next.follows("_")
      || next.follows("-") && (next.ordinal == nil || traits.has(.setting) || start < index || isMetric)
    guard isKey else { return }
    use(
      start...(index + 1), as: isMetric ? .metric : .setting, by: isMetric ? .metricWord : .pair, key: name,
      value: .number(number))
  }

  /// The token where the key ending at `index` starts: all words before it, or those without which it says nothing.
  private func keyStart(endingAt index: Int, takesAll: Bool = false) -> Int {
    var start = index
    while start > 0, !tokens[start].separator.endsItem, isFree(start - 1), tokens[start - 1].isName,
      tokens[start].follows("_") || !takesAll && tokens[start].follows("-") && tokens[start].traits.has(.qualified),
      !tokens[start - 1].traits.has(.content),
      takesAll || tokens[start].traits.has(.qualified) || isMetricWord(start)
    {
      start -= 1
    }
    return start
  }

  private func isMetric(_ key: ClosedRange<Int>, _ name: String) -> Bool {
    // Most keys are words that are none, and need not be taken apart.
    guard key.contains(where: { tokens[$0].traits.has(.metric) || !tokens[$0].isWord }) else { return false }
    return MetricName(name).isMetricInName
  }

  /// Whether the word names a metric together with a split before it: `val_loss_0.3`.
  private func isMetricWord(_ index: Int) -> Bool {
    tokens[index].traits.has(.metric) && tokens[index - 1].traits.has(.split)
  }

  /// Takes the number at the start of the name: of a plural (`2_augs`), or of a layer (`07_block6`).
  mutating func readLeadingOrdinal() {
    guard tokens.count > 1, isFree(0), let ordinal = tokens[0].ordinal, tokens[0].form == .number, ordinal < 1000 else {
      return
    }
    let rest = 1..<tokens.count
    if role == .directory || role == .root, rest.allSatisfy({ tokens[$0].isWord && isFree($0) }),
      text.isAt(tokens[1].range.upperBound - 1, "s")
    {
      let name = text(1...(tokens.count - 1))
      use(0...(tokens.count - 1), as: .setting, by: .countBeforePlural, key: name, value: .number(Double(ordinal)))
      return
    }
    let isNamed = group(of: 1)?.kind == .layer || tokens[1].traits.has(.namedLayer)
    guard isNamed || (isInRun && isFree(1) && tokens[1].isName) else { return }
    // The layer reaches as far as nothing else begins: `03_block2_spatial4x4_epoch_8`.
    let end = rest.first { !isFree($0) && group(of: $0)?.kind != .layer } ?? tokens.count
    layer = text(0...(end - 1))
    use(0...(end - 1), as: .layer, by: .leadingOrdinal)
  }

  /// Takes numbers that are joined to their words: `bs256` beside `bs512`, or `bs256_lr0.1`.
  mutating func readJoinedNumbers() {
    guard tokens.indices.contains(where: { isFree($0) && isJoinedSetting($0) }) else { return }
    let candidates = tokens.indices.filter { isFree($0) && isJoinedSetting($0) }
    let areSeveral = candidates.count { tokens[$0].traits.has(.setting) } > 1
    for index in candidates {
      let isAmongSettings = areSeveral && tokens[index].traits.has(.setting)
      guard isAmongSettings || siblings.joined.differ(at: word(index)) else { continue }
      let key = text.string(tokens[index].range.lowerBound..<tokens[index].lettersEnd)
      use(
        index...index, as: .setting, by: isAmongSettings ? .joinedBesideSettings : .joinedBesideOthers, key: key,
        value: tokens[index].number.map(NameValue.number))
    }
  }

  /// Whether the number joined to a word may be its value: the word is a usual setting, or the number is no count.
  func isJoinedSetting(_ index: Int) -> Bool {
    guard tokens[index].form == .wordAndNumber else { return false }
    return tokens[index].traits.has(.setting)
      || tokens[index].ordinal == nil && !["v", "ver", "version"].contains(word(index))
  }
}
