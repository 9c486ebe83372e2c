/// Layers and modules.
extension NameReader {
  /// Takes a layer that starts at a token by itself: `layer3`, `block.11`, `layer4.1.conv2`, `conv3_block1_out`.
  mutating func readLayer(at index: Int) -> Bool {
    if isDottedModule(index) {
      // All that follows in the dotted name belongs to it: `blocks.4.hook_resid_post`.
      let isPrefixed =
        index > 0 && isFree(index - 1) && tokens[index].follows("_") && tokens[index - 1].traits.has(.layerPrefix)
      var last = index
      while last + 1 < tokens.count, isFree(last + 1), tokens[last + 1].follows("_"), continuesModule(last + 1) {
        last += 1
      }
      takeLayer((isPrefixed ? index - 1 : index)...last, by: .dottedLayer)
      return true
    }
    guard hasNumberOfModule(index) else { return false }
    var last = endOfLayer(index)
    if last == index, tokens[index].form == .other, index + 1 < tokens.count, isFree(index + 1),
      tokens[index + 1].follows("_"), tokens[index + 1].ordinal != nil
    {
      last = endOfLayer(index + 1)
    }
    takeLayer(startOfLayer(index)...last, by: .numberedLayer)
    return true
  }

  /// Takes a word and the number of a layer behind it: `hidden_3`, `hidden_states_12`, `Mixed_5b`, `conv2d_93`.
  mutating func readLayerPair(at index: Int) -> Bool {
    guard layer == nil, areFree(index...(index + 1)) else { return false }
    let traits = tokens[index].traits
    let next = tokens[index + 1]
    guard next.form == .number && next.ordinal != nil || isNumberAndLetter(index + 1) else { return false }
    let isPart =
      index > 0 && isFree(index - 1) && traits.has(.layerPart) && tokens[index].follows("_")
      && tokens[index - 1].isWord && tokens[index - 1].traits.has(.layer)
    let isModule = areModulesLayers && traits.has(.module) && !traits.has(.setting)
    guard isPart || traits.has(.layer) && next.form == .number || isModule else { return false }
    let last = endOfLayer(index + 1)
    let first = startOfLayer(isPart ? index - 1 : index)
    layer = text(first...last)
    useOrdinal(first...last, as: .layer, by: .numberedLayer)
    return true
  }

  /// The token where the dotted name around a layer starts: `encoder.layers.encoder_layer_11`.
  private func startOfLayer(_ index: Int) -> Int {
    guard index > 0, isFree(index - 1), tokens[index].follows("_"), tokens[index - 1].form == .other else {
      return index
    }
    let before = text.bytes[tokens[index - 1].range]
    guard let dot = before.lastIndex(of: UInt8(ascii: ".")), before.endIndex - dot <= WordTraits.longestWord else {
      return index
    }
    return WordTraits.of(text.lowercased((dot + 1)..<before.endIndex)).has(.layerPrefix) ? index - 1 : index
  }

  private mutating func takeLayer(_ range: ClosedRange<Int>, by rule: NamingRule) {
    layer = text(range)
    use(range, as: .layer, by: rule)
  }

  /// Whether words that also name networks (`conv4`) name layers here.
  private var areModulesLayers: Bool { isInRun || siblings.areModules }

  /// Whether letters with a number are a layer: `layer3`, `conv5`, `block6a`.
  private func hasNumberOfModule(_ index: Int) -> Bool {
    let token = tokens[index]
    let traits = token.form == .other ? traitsOfLetters(index) : token.traits
    guard token.form == .wordAndNumber && token.ordinal != nil || token.form == .other && isLettersNumberLetter(index)
    else { return false }
    return traits.has(.layer) || traits.has(.module) && areModulesLayers
  }

  private func traitsOfLetters(_ index: Int) -> WordTraits {
    let count = tokens[index].lettersEnd - tokens[index].range.lowerBound
    return count > WordTraits.longestWord ? [] : WordTraits.of(word(index))
  }

  /// `6a` behind letters, as in `block6a`.
  private func isLettersNumberLetter(_ index: Int) -> Bool {
    let token = tokens[index]
    let end = text.digits(at: token.lettersEnd)
    return end > token.lettersEnd && end + 1 == token.range.upperBound
  }

  /// `5b`.
  private func isNumberAndLetter(_ index: Int) -> Bool {
    !tokens[index].isName && tokens[index].form == .other && isLettersNumberLetter(index)
  }

  /// The last token of a layer whose number is at `index`: `conv5_block3_3_relu`.
  private func endOfLayer(_ index: Int) -> Int {
    var last = index
    while last + 1 < tokens.count, isFree(last + 1), tokens[last + 1].follows("_"), continuesLayer(last + 1) {
      last += 1
    }
    return last
  }

  /// Whether a token may be a part of the dotted name before it.
  private func continuesModule(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.form {
    case .word:
      return token.traits.has([.layerPart, .namedLayer, .layerPrefix])
        || !token.traits.has(WordTraits.split.union([.content, .epoch, .step, .seed, .namedMoment, .metric, .rank]))
    case .other: return token.isName && text.bytes[token.range].contains(UInt8(ascii: "."))
    case .wordAndNumber: return token.traits.has([.layer, .module])
    case .empty, .number, .list: return false
    }
  }

  private func continuesLayer(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.form {
    case .word: return token.traits.has(.layerPart)
    case .wordAndNumber: return token.ordinal != nil && token.traits.has([.layer, .module])
    case .number:
      return token.ordinal != nil && token.range.count <= 2 && index + 1 < tokens.count
        && tokens[index + 1].follows("_") && tokens[index + 1].traits.has(.layerPart)
    case .empty, .list, .other: return false
    }
  }

  /// Whether a token is the dotted name of a module with a number: `encoder.layers.11.output`, `layer4.1.conv2`.
  private func isDottedModule(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.form == .other || token.form == .wordAndNumber, text.bytes[token.range].contains(UInt8(ascii: "."))
    else { return false }
    var previous: WordTraits = []
    var isDotted = false
    var found = false
    var start = token.range.lowerBound
    for end in token.range.lowerBound...token.range.upperBound
    where end == token.range.upperBound || text.isAt(end, ".") {
      let letters = min(text.letters(at: start), end)
      let digits = min(text.digits(at: letters), end)
      let isShort = letters - start <= WordTraits.longestWord
      let traits = letters > start && isShort ? WordTraits.of(text.lowercased(start..<letters)) : []
      if digits == end, digits > letters {
        found = found || letters == start && previous.has([.container, .layer]) || traits.has([.layer, .module])
      }
      isDotted = isDotted || end < token.range.upperBound
      previous = letters == end ? traits : []
      start = end + 1
    }
    return isDotted && found
  }

  /// Names of layers without a number count as such beside others: `avgpool` beside `layer4`.
  mutating func readLayerBesideOthers() {
    guard role == .file, siblings.haveLayers, layer == nil else { return }
    let free = tokens.indices.filter(isFree)
    guard let first = free.first(where: namesLayer),
      free.allSatisfy({ namesLayer($0) || tokens[$0].traits.has(.content) })
    else { return }
    var last = first
    while last + 1 < tokens.count, isFree(last + 1), namesLayer(last + 1) { last += 1 }
    takeLayer(first...last, by: .layerBesideOthers)
    for index in free where index < first || index > last { use(index...index, as: .word, by: .word) }
  }

  private func namesLayer(_ index: Int) -> Bool {
    tokens[index].traits.has([.namedLayer, .layerPart, .layerPrefix])
  }

  /// The name of one of several arrays is that of a layer, as far as it says nothing else.
  mutating func readArray() {
    guard role == .array, siblings.isOneOfSeveralArrays else { return }
    let free = tokens.indices.filter(isFree)
    guard layer != nil || free.contains(where: { !tokens[$0].traits.has(.content) }) else { return }
    for index in free { use(index...index, as: .layer, by: .arrayOfSeveral) }
    for index in groups.indices where groups[index].kind == .setting || groups[index].kind == .word {
      groups[index].kind = .layer
      groups[index].rule = .arrayOfSeveral
    }
    layer = component().text(without: NameKinds.all.subtracting(NameKinds(.layer)))
  }
}
