/// Words with numbers: checkpoints, seeds, pieces, attempts.
extension NameReader {
  /// Takes a token that carries its own number: `epoch8`, `layer3`, `rank0`.
  mutating func readOne(at index: Int) -> Bool {
    let token = tokens[index]
    if token.form == .wordAndNumber, let ordinal = token.ordinal {
      if takeOrdinal(ordinal, at: index, through: index) || takePiece(at: index, through: index) { return true }
    }
    return readMomentOfFile(at: index) || readLayer(at: index)
  }

  /// Takes a word and what is behind it: `epoch_8`, `hidden_3`, `lr=0.1`, `amp_true`.
  mutating func readPair(at index: Int) {
    guard index + 1 < tokens.count, tokens[index].isName else { return }
    let next = tokens[index + 1]
    if next.follows("=") {
      readAssignment(at: index)
      return
    }
    guard isFree(index + 1) else { return }
    if tokens[index].traits.has(.view), takeLetterOfView(at: index) { return }
    if tokens[index].isWord, next.form == .number, let ordinal = next.ordinal {
      // The number behind a split is none of its own; that behind `vit_b` is the size of its patches.
      if isInRun, tokens[index].traits.has(.split) { return }
      if index > 0, tokens[index].range.count == 1, tokens[index - 1].traits.has(.sizedByLetter) { return }
      if !isExtent(at: index), takeOrdinal(ordinal, at: index, through: index + 1) { return }
      if takePiece(at: index, through: index + 1) || readLayerPair(at: index) { return }
    }
    if next.form == .other, readLayerPair(at: index) { return }
    readSettingPair(at: index)
  }

  /// Takes `ordinal` if the word at `first` says of what: an epoch, a step or the seed.
  mutating func takeOrdinal(_ ordinal: Int, at first: Int, through last: Int) -> Bool {
    let traits = tokens[first].traits
    if traits.has(.epoch), word(first).count > 1 || isInRun || tokens.count == last - first + 1 {
      moment = Moment(epoch: ordinal, step: moment?.step, name: moment?.name)
      useOrdinal(first...last, as: .checkpoint, by: .numberedMoment)
    } else if traits.has(.step) {
      moment = Moment(epoch: moment?.epoch, step: ordinal, name: moment?.name)
      let start = startOfStep(first)
      let end = endOfStep(last, of: first)
      useOrdinal(start...end, as: .checkpoint, by: .numberedMoment, word: first)
    } else if traits.has(.seed) {
      seed = ordinal
      let isRandom = first > 0 && isFree(first - 1) && tokens[first - 1].isWord && word(first - 1) == "random"
      useOrdinal((isRandom ? first - 1 : first)...last, as: .seed, by: .seedWord, word: first)
    } else {
      return false
    }
    return true
  }

  /// The token where a step ends that says more: `checkpoint_3_20000` an epoch before, `step1000-tokens4B` the same again.
  private mutating func endOfStep(_ last: Int, of word: Int) -> Int {
    let next = last + 1
    guard next < tokens.count, isFree(next) else { return last }
    if tokens[word].traits.has(.onlyCheckpoint), last > word, next == tokens.count - 1, tokens[next].follows("_"),
      tokens[next].form == .number, let step = tokens[next].ordinal
    {
      moment = Moment(epoch: moment?.step, step: step, name: moment?.name)
      return next
    }
    return lettersOf(next) == "tokens" && tokens[next].form != .word ? next : last
  }

  private func lettersOf(_ index: Int) -> String? {
    tokens[index].isName && tokens[index].lettersEnd - tokens[index].range.lowerBound <= WordTraits.longestWord
      ? word(index) : nil
  }

  /// The token where `global_step` and its like start.
  private func startOfStep(_ index: Int) -> Int {
    guard index > 0, isFree(index - 1), tokens[index].follows("_"), tokens[index - 1].isWord,
      tokens[index - 1].traits.has(.stepPrefix), word(index) == "step"
    else { return index }
    return index - 1
  }

  /// Takes numbers of pieces, processes and attempts.
  private mutating func takePiece(at first: Int, through last: Int) -> Bool {
    let traits = tokens[first].traits
    let key = word(first)
    if traits.has(.shard), isInRun || last > first {
      useOrdinal(first...last, as: isInRun ? .shard : .word, by: isInRun ? .shard : .word, word: first)
    } else if traits.has(.rank) {
      use(first...last, as: .rank, by: .rank, key: key)
    } else if traits.has(.view), isInRun, first == last || key == "view" || key == "aug" {
      use(first...last, as: .view, by: .view, key: key)
    } else if traits.has(.attempt) {
      use(first...last, as: .noise, by: .attempt, key: key)
    } else if traits.has(.process) {
      use(first...last, as: .noise, by: .process, key: key)
    } else if traits.has(.shardedContent), role == .file, first < last, tokens[last].follows("_"),
      last == tokens.count - 1
    {
      use(last...last, as: .shard, by: .shard)
    } else if traits.has(.enumerated), first < last {
      use(first...last, as: .word, by: .word)
    } else {
      return false
    }
    return true
  }

  private mutating func takeLetterOfView(at index: Int) -> Bool {
    guard isInRun, word(index) == "view", tokens[index + 1].isWord, tokens[index + 1].range.count == 1 else {
      return false
    }
    use(index...(index + 1), as: .view, by: .view, key: "view")
    return true
  }

  /// Keras' `weights.05-0.32`: the epoch joined by a dot, and a metric without a name.
  private mutating func readMomentOfFile(at index: Int) -> Bool {
    let token = tokens[index]
    guard role == .file, token.form == .other, text.isAt(token.lettersEnd, "."),
      let number = text.ordinal((token.lettersEnd + 1)..<token.range.upperBound),
      let isEpoch = Self.dottedMoments[word(index)]
    else { return false }
    moment =
      isEpoch
      ? Moment(epoch: number, step: moment?.step, name: moment?.name)
      : Moment(epoch: moment?.epoch, step: number, name: moment?.name)
    use(index...index, as: .checkpoint, by: .numberedMoment, key: word(index))
    guard index + 1 < tokens.count, tokens[index + 1].follows("-"), tokens[index + 1].form == .number,
      tokens[index + 1].ordinal == nil
    else { return true }
    use((index + 1)...(index + 1), as: .metric, by: .metricWord, value: tokens[index + 1].number.map(NameValue.number))
    return true
  }

  /// Words with a moment behind a dot; whether it is an epoch.
  private static let dottedMoments = [
    "weights": true, "model": true, "epoch": true, "ckpt": false, "checkpoint": false, "step": false, "iter": false,
  ]

  /// Whether the epoch or step at `index` is a number of them, as in `max_epoch_100`.
  private func isExtent(at index: Int) -> Bool {
    index > 0 && tokens[index].follows("_") && isFree(index - 1) && tokens[index - 1].traits.has(.extent)
  }

  /// Uses a word and its number and, if it says how many of them there are (`epoch_1_of_5`), what is behind it.
  mutating func useOrdinal(_ range: ClosedRange<Int>, as kind: NameKind, by rule: NamingRule, word index: Int? = nil) {
    let last = range.upperBound
    let saysCount = last + 2 < tokens.count && tokens[last + 1].traits.has(.of) && tokens[last + 2].ordinal != nil
    let key = word(index ?? range.lowerBound)
    use(range.lowerBound...(saysCount ? last + 2 : last), as: kind, by: rule, key: key)
  }
}
