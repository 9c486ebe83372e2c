import Analysis

/// What one component of a path says. ``PathFields`` documents the rules.
struct ComponentFields {
  private(set) var epoch: Int?
  private(set) var step: Int?
  private(set) var seed: Int?
  private(set) var layer: String?
  private(set) var settings: [String: HyperparameterValue] = [:]
  /// A checkpoint without a moment: `final`, `best`.
  private(set) var moment: String?
  private(set) var split: DataSplit?
  /// Whether everything in the name is a checkpoint or a layer, as in `epoch_8` or `checkpoint-500`.
  var isOnlyCheckpointOrLayer: Bool {
    uses.allSatisfy { $0 == .checkpoint || $0 == .layer }
  }

  /// What a token was understood as.
  enum Use {
    case checkpoint, layer, seed, setting, metric, split
    /// What the array is of: `features`.
    case content
    /// A date, a time, a hash, a process, an attempt.
    case noise
  }

  private let name: String
  private let isFile: Bool
  private let tokens: [PathToken]
  private var uses: [Use?]

  /// - Parameter isFile: whether `name` is the stem of the file; else it is a directory.
  init(_ name: String, isFile: Bool) {
    self.name = name
    self.isFile = isFile
    tokens = PathToken.split(name)
    uses = Array(repeating: nil, count: tokens.count)
    for index in tokens.indices where uses[index] == nil {
      if !readOne(at: index) { readPair(at: index) }
    }
    readLeadingOrdinal()
    readMoment()
    readRest()
  }

  /// What is left of the name without some of what it says, with the separators as written.
  func text(without removed: Set<Use>) -> String {
    var text = ""
    for (index, token) in tokens.enumerated() where uses[index].map(removed.contains) != true {
      if !text.isEmpty { text.append(token.separator ?? "_") }
      text += token.text
    }
    return text
  }

  /// Takes a token that carries its own number: `epoch8`, `layer3`, `block.11`.
  private mutating func readOne(at index: Int) -> Bool {
    let token = tokens[index]
    if let (word, ordinal) = token.wordAndOrdinal, takeOrdinal(ordinal, of: word, at: index, through: index) {
      return true
    }
    guard namesLayer(token) else { return false }
    takeLayer(from: index, through: index)
    return true
  }

  /// Takes a layer's name, with the layer that it is in (`conv3_block1`) and its part behind it (`layer4_relu`).
  private mutating func takeLayer(from first: Int, through last: Int) {
    var (start, end) = (first, last)
    let isDotted = tokens[last].text.contains(".")
    while start > 0, tokens[start].separator == "_",
      uses[start - 1] == .layer
        || isDotted && PathVocabulary.layerPrefix.contains(tokens[start - 1].text.lowercased())
    {
      start -= 1
    }
    while end + 1 < tokens.count, tokens[end + 1].separator == "_", goesOn(at: end + 1, isDotted: isDotted) { end += 1 }
    layer = text(from: start, through: end)
    useOrdinal(from: start, through: end, as: .layer)
  }

  /// Whether a token is part of the layer's name before it. All that follows in a dotted name is, but for what says
  /// something else.
  private func goesOn(at index: Int, isDotted: Bool) -> Bool {
    let word = tokens[index].text.lowercased()
    if PathVocabulary.layerPart.contains(word) { return true }
    let isOther =
      PathVocabulary.epoch.contains(word) || PathVocabulary.step.contains(word) || PathVocabulary.moment.contains(word)
      || PathVocabulary.content.contains(word) || PathVocabulary.split[word] != nil || word.hasPrefix("epoch")
      || word.hasPrefix("step") || word.hasPrefix("seed")
    let hasNumber = index + 1 < tokens.count && tokens[index + 1].number != nil
    return isDotted && tokens[index].isName && !isOther && !hasNumber
  }

  /// Takes a word and the number behind it: `epoch_8`, `hidden_3`, `lr=0.1`.
  private mutating func readPair(at index: Int) {
    guard index + 1 < tokens.count, tokens[index].isName else { return }
    guard tokens[index + 1].number != nil, let (end, value) = value(at: index + 1) else { return readText(of: index) }
    let word = tokens[index].text.lowercased()
    let separator = tokens[index + 1].separator
    if let ordinal = tokens[index + 1].ordinal {
      if takeEpochAndStep(at: index) { return }
      if !isExtent(at: index), takeOrdinal(ordinal, of: word, at: index, through: index + 1) { return }
      if PathVocabulary.numberedLayer.contains(word), layer == nil {
        return takeLayer(from: index, through: index + 1)
      }
    }
    // `vit_b_16` is a file for a network.
    if isFile, word.count == 1, separator == "_", tokens[index + 1].ordinal != nil { return }
    let isKey = separator == "=" || (separator == "_" && tokens[index].isWord)
    guard isKey, !PathVocabulary.enumerated.contains(word), !PathVocabulary.content.contains(word) else { return }
    var start = keyStart(endingAt: index, separator: separator)
    guard !PathVocabulary.metric.contains(word) else {
      while start > 0, tokens[start].separator != "=", uses[start - 1] == nil,
        PathVocabulary.split[tokens[start - 1].text.lowercased()] != nil
      {
        start -= 1
      }
      return use(start...end, as: .metric)
    }
    settings[text(from: start, through: index)] = value
    use(start...end, as: .setting)
  }

  /// The number at a token, and the token that it ends at: `1_024` after `=` is one number.
  private func value(at index: Int) -> (end: Int, value: HyperparameterValue)? {
    guard let number = tokens[index].number else { return nil }
    var (end, digits) = (index, String(tokens[index].text))
    guard tokens[index].separator == "=", tokens[index].ordinal != nil, digits.count <= 3 else {
      return (index, .number(number))
    }
    while end + 1 < tokens.count, tokens[end + 1].separator == "_", tokens[end + 1].ordinal != nil,
      tokens[end + 1].text.count == 3
    {
      end += 1
      digits += tokens[end].text
    }
    return (end, .number(Double(digits) ?? number))
  }

  /// Takes `key=word`, up to a comma or the next key.
  private mutating func readText(of index: Int) {
    guard tokens[index + 1].separator == "=", !tokens[index + 1].text.isEmpty else { return }
    var end = index + 1
    // A list has commas of its own.
    if "[(".contains(tokens[end].text.first ?? " ") {
      end = tokens[end...].firstIndex { "])".contains($0.text.last ?? " ") } ?? end
    }
    while end + 1 < tokens.count, tokens[end + 1].separator != ",",
      end + 2 >= tokens.count || tokens[end + 2].separator != "="
    {
      end += 1
    }
    let start = keyStart(endingAt: index, separator: "=")
    let text = PathToken(text: name[tokens[index + 1].text.startIndex..<tokens[end].text.endIndex])
    settings[self.text(from: start, through: index)] = text.value
    use(start...end, as: .setting)
  }

  /// Takes `final`, `checkpoint-final`, `best`, a checkpoint without a moment, where no other is named; then what says
  /// nothing beside a checkpoint.
  private mutating func readMoment() {
    func isUnused(_ index: Int, in words: Set<String>) -> Bool {
      uses[index] == nil && words.contains(tokens[index].text.lowercased())
    }
    if epoch == nil, step == nil, let index = tokens.indices.first(where: { isUnused($0, in: PathVocabulary.moment) }) {
      moment = tokens[index].text.lowercased()
      uses[index] = .checkpoint
    }
    guard uses.contains(.checkpoint) else { return }
    for index in tokens.indices where isUnused(index, in: PathVocabulary.aboutCheckpoint) { uses[index] = .checkpoint }
    // Lightning tells a second file of one name apart so: `epoch=3-v1`.
    if let last = tokens.indices.last, uses[last] == nil, tokens[last].wordAndOrdinal?.word == "v" {
      uses[last] = .checkpoint
    }
  }

  /// Splits and content, which only files name, and noise.
  private mutating func readRest() {
    let isNumbers = !isFile && tokens.allSatisfy { $0.ordinal != nil }
    for index in tokens.indices where uses[index] == nil {
      let word = tokens[index].text.lowercased()
      if isNumbers || isNoise(at: index) {
        uses[index] = .noise
      } else if isFile, PathVocabulary.fileContent.contains(word) {
        uses[index] = .content
      } else if isFile, let found = split(of: word) {
        split = split ?? found
        uses[index] = .split
      }
    }
  }

  /// `train`, and `trainfeat`.
  private func split(of word: String) -> DataSplit? {
    PathVocabulary.split[word]
      ?? PathVocabulary.split.first {
        word.hasPrefix($0.key) && PathVocabulary.content.contains(String(word.dropFirst($0.key.count)))
      }?
      .value
  }

  /// A number of a process or an attempt, a date or time of many digits, a hash.
  private func isNoise(at index: Int) -> Bool {
    let token = tokens[index]
    let word = token.text.lowercased()
    if PathVocabulary.process.contains(word) { return index + 1 < tokens.count && tokens[index + 1].ordinal != nil }
    if token.ordinal != nil {
      let isOfProcess = index > 0 && PathVocabulary.process.contains(tokens[index - 1].text.lowercased())
      return isOfProcess || word.count >= 6 || isDate(around: index)
    }
    let isHexadecimal = word.allSatisfy { $0.isASCII && $0.isHexDigit }
    return word.count >= 7 && isHexadecimal && word.contains(where: \.isASCIIDigit)
      && word.contains(where: \.isASCIILetter)
  }

  /// Three numbers in a row of two or four digits: `2024-11-22`, `10-30-00`.
  private func isDate(around index: Int) -> Bool {
    let isPart = { (index: Int) in
      tokens.indices.contains(index) && tokens[index].ordinal != nil && [2, 4].contains(tokens[index].text.count)
        && uses[index].map { $0 == .noise } != false
    }
    return (-2...0).contains { first in (0..<3).allSatisfy { isPart(index + first + $0) } }
  }

  /// Takes fairseq's `checkpoint_3_5000`: an epoch and a step.
  private mutating func takeEpochAndStep(at index: Int) -> Bool {
    guard tokens[index].text.lowercased() == "checkpoint", index + 2 < tokens.count, tokens[index + 2].separator == "_",
      let first = tokens[index + 1].ordinal, let second = tokens[index + 2].ordinal
    else { return false }
    (epoch, step) = (first, second)
    use(index...(index + 2), as: .checkpoint)
    return true
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
  private mutating func readLeadingOrdinal() {
    guard tokens.count > 1, uses[0] == nil, let ordinal = tokens[0].ordinal, ordinal < 1000 else { return }
    let rest = tokens.indices.dropFirst()
    if !isFile, rest.allSatisfy({ tokens[$0].isWord && uses[$0] == nil }), tokens[1].text.hasSuffix("s") {
      settings[text(from: 1, through: tokens.count - 1)] = .number(Double(ordinal))
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
