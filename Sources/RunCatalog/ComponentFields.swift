/// What one component of a path says. ``PathFields`` documents the rules.
struct ComponentFields {
  private(set) var epoch: Int?
  private(set) var step: Int?
  private(set) var seed: Int?
  private(set) var layer: String?
  private(set) var settings: [String: Double] = [:]
  /// Whether everything in the name is a checkpoint or a layer, as in `epoch_8` or `checkpoint-500`.
  var isOnlyCheckpointOrLayer: Bool {
    uses.allSatisfy { $0 == .checkpoint || $0 == .layer }
  }

  /// What a token was understood as.
  private enum Use {
    case checkpoint, layer, seed, setting
  }

  private let name: String
  private let tokens: [PathToken]
  private var uses: [Use?]

  /// - Parameter isFile: whether `name` is the stem of the file; else it is a directory.
  init(_ name: String, isFile: Bool) {
    self.name = name
    tokens = PathToken.split(name)
    uses = Array(repeating: nil, count: tokens.count)
    for index in tokens.indices where uses[index] == nil {
      if !readOne(at: index) { readPair(at: index) }
    }
    readLeadingOrdinal(isFile: isFile)
  }

  /// Takes a token that carries its own number: `epoch8`, `layer3`, `block.11`.
  private mutating func readOne(at index: Int) -> Bool {
    let token = tokens[index]
    if let (word, ordinal) = token.wordAndOrdinal, takeOrdinal(ordinal, of: word, at: index, through: index) {
      return true
    }
    guard namesLayer(token) else { return false }
    layer = String(token.text)
    uses[index] = .layer
    return true
  }

  /// Takes a word and the number behind it: `epoch_8`, `hidden_3`, `lr=0.1`.
  private mutating func readPair(at index: Int) {
    guard index + 1 < tokens.count, tokens[index].isName, let value = tokens[index + 1].number else { return }
    let word = tokens[index].text.lowercased()
    let separator = tokens[index + 1].separator
    if let ordinal = tokens[index + 1].ordinal {
      if !isExtent(at: index), takeOrdinal(ordinal, of: word, at: index, through: index + 1) { return }
      if PathVocabulary.numberedLayer.contains(word), layer == nil {
        layer = text(from: index, through: index + 1)
        useOrdinal(from: index, through: index + 1, as: .layer)
        return
      }
    }
    let isKey = separator == "=" || (separator == "_" && tokens[index].isWord)
    guard isKey, !PathVocabulary.enumerated.contains(word), !PathVocabulary.content.contains(word) else { return }
    let start = keyStart(endingAt: index, separator: separator)
    settings[text(from: start, through: index)] = value
    use(start...(index + 1), as: .setting)
  }

  /// Takes `ordinal` if `word` says of what: an epoch, a step or the seed.
  private mutating func takeOrdinal(_ ordinal: Int, of word: String, at first: Int, through last: Int) -> Bool {
    if PathVocabulary.epoch.contains(word) {
      epoch = ordinal
      useOrdinal(from: first, through: last, as: .checkpoint)
    } else if PathVocabulary.step.contains(word) {
      step = ordinal
      useOrdinal(from: first, through: last, as: .checkpoint)
    } else if word == "seed" {
      seed = ordinal
      useOrdinal(from: first, through: last, as: .seed)
    } else {
      return false
    }
    return true
  }

  /// Takes the number at the start of the name: of a plural (`2_augs`), or of a layer (`07_block6`).
  private mutating func readLeadingOrdinal(isFile: Bool) {
    guard tokens.count > 1, uses[0] == nil, let ordinal = tokens[0].ordinal, ordinal < 1000 else { return }
    let rest = tokens.indices.dropFirst()
    if !isFile, rest.allSatisfy({ tokens[$0].isWord && uses[$0] == nil }), tokens[1].text.hasSuffix("s") {
      settings[text(from: 1, through: tokens.count - 1)] = Double(ordinal)
      use(0...(tokens.count - 1), as: .setting)
      return
    }
    let named = uses[1] == .layer || PathVocabulary.namedLayer.contains(tokens[1].text.lowercased())
    guard named || (isFile && uses[1] == nil && tokens[1].isName) else { return }
    // The layer reaches as far as nothing else begins: `03_block2_spatial4x4_epoch_8`.
    let end = rest.first { uses[$0] != nil && uses[$0] != .layer } ?? tokens.count
    layer = text(from: 0, through: end - 1)
    use(0...(end - 1), as: .layer)
  }

  /// Whether the epoch or step at `index` is a number of them, as in `max_epoch_100`.
  private func isExtent(at index: Int) -> Bool {
    index > 0 && tokens[index].separator == "_" && PathVocabulary.extent.contains(tokens[index - 1].text.lowercased())
  }

  /// Whether `token` is a layer by itself: `layer3`, `block.11`, `encoder.layers.11.output`.
  private func namesLayer(_ token: PathToken) -> Bool {
    if let word = token.wordAndOrdinal?.word { return PathVocabulary.numberedLayer.contains(word) }
    let parts = token.text.split(separator: ".").map { PathToken(text: $0) }
    guard parts.count > 1, token.number == nil else { return false }
    return parts.contains { PathVocabulary.numberedLayer.contains($0.wordAndOrdinal?.word ?? "") }
      || zip(parts, parts.dropFirst()).contains { part, next in
        let word = part.text.lowercased()
        let isLayer = PathVocabulary.numberedLayer.contains(word) || PathVocabulary.layerContainer.contains(word)
        return isLayer && next.ordinal != nil
      }
  }

  /// The token where the key ending at `index` starts.
  private func keyStart(endingAt index: Int, separator: Character?) -> Int {
    var start = index
    while start > 0, tokens[start].separator == "_", uses[start - 1] == nil, tokens[start - 1].isName,
      !PathVocabulary.content.contains(tokens[start - 1].text.lowercased()),
      separator == "=" || PathVocabulary.qualified.contains(tokens[start].text.lowercased())
    {
      start -= 1
    }
    return start
  }

  /// The name from one token to another, with the separators between them as written.
  private func text(from first: Int, through last: Int) -> String {
    String(name[tokens[first].text.startIndex..<tokens[last].text.endIndex])
  }

  /// Uses a word and its number and, if it says how many of them there are (`epoch_1_of_5`), what is behind it.
  private mutating func useOrdinal(from first: Int, through last: Int, as use: Use) {
    let saysCount =
      last + 2 < tokens.count && tokens[last + 1].text.lowercased() == "of" && tokens[last + 2].ordinal != nil
    self.use(first...(saysCount ? last + 2 : last), as: use)
  }

  private mutating func use(_ range: ClosedRange<Int>, as use: Use) {
    for index in range { uses[index] = use }
  }
}
