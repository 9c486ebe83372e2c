/// Checkpoints without a moment, splits, seeds that only others tell, and copies.
extension NameReader {
  /// Takes `last`, `final`, `best`: beside a word for checkpoints, or as what a file or directory is of.
  mutating func readNamedMoment() {
    for index in tokens.indices where isFree(index) && tokens[index].isWord && tokens[index].traits.has(.namedMoment) {
      var range = index...index
      if index > 0, isFree(index - 1), tokens[index - 1].traits.has(.checkpoint) { range = (index - 1)...index }
      if index + 1 < tokens.count, isFree(index + 1) {
        let next = tokens[index + 1].traits
        if next.has(.checkpoint) {
          range = range.lowerBound...(index + 1)
        } else if next.has([.layer, .namedLayer, .layerPart, .container]), !next.has(.content) {
          continue
        }
      }
      // A directory has other reasons for such a word: `best_runs`.
      guard isInRun || tokens.indices.allSatisfy({ range.contains($0) || !isFree($0) }) else { continue }
      moment = Moment(epoch: moment?.epoch, step: moment?.step, name: lowercased(index))
      use(range, as: .checkpoint, by: .namedMoment, key: lowercased(index))
      return
    }
  }

  /// Takes words that say of an array that it is of a checkpoint, and no more: `ckpt_epoch_3`.
  mutating func readCheckpointWords() {
    guard isInRun else { return }
    for index in tokens.indices where tokens[index].isWord && tokens[index].traits.has(.onlyCheckpoint) && isFree(index)
    {
      use(index...index, as: .checkpoint, by: .checkpointWord, key: lowercased(index))
    }
  }

  /// Takes words for splits: of files where they agree, else those beside what the array is of; of directories where
  /// others are beside.
  mutating func readSplit() {
    if role == .directory, tokens.count == 1, tokens[0].isWord, siblings.haveSplits {
      take([0], rule: .splitDirectory)
      return
    }
    guard isInRun else { return }
    let found = tokens.indices.filter { isFree($0) && split(at: $0) != nil }
    guard !found.isEmpty else { return }
    let splits = Set(found.compactMap { split(at: $0) })
    if splits.count == 1 {
      take(found, rule: .splitWord)
    } else {
      let beside = found.filter { isContent($0 - 1) || isContent($0 + 1) }
      if Set(beside.compactMap { split(at: $0) }).count == 1 { take(beside, rule: .splitWord) }
    }
  }

  private mutating func take(_ indices: [Int], rule: NamingRule) {
    for index in indices {
      split = split(at: index) ?? split
      use(index...index, as: .split, by: rule, key: lowercased(index))
    }
  }

  private func isContent(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].traits.has(.content) }

  /// The split at a token: a word for one, also with what the array is of, or their number, joined: `trainfeat`,
  /// `test10000`.
  private func split(at index: Int) -> Split? {
    let token = tokens[index]
    if token.isWord || token.form == .wordAndNumber && token.ordinal != nil, let split = Split(token.traits) {
      return split
    }
    guard token.isWord, token.traits.isEmpty, 6...24 ~= token.range.count else { return nil }
    let word = lowercased(index)
    for (prefix, split) in Self.prefixes where word.hasPrefix(prefix) {
      if WordTraits.of(String(word.dropFirst(prefix.count))).has(.content) { return split }
    }
    return nil
  }

  private static let prefixes: [(String, Split)] = [
    ("train", .train), ("test", .test), ("val", .validation), ("valid", .validation), ("eval", .test),
    ("dev", .validation), ("ood", .ood),
  ]

  /// Takes `s3` for a seed where names beside it differ in nothing else.
  mutating func readSeedBesideOthers() {
    guard seed == nil, let index = seedCandidate, siblings.seeds.differ(at: seedTemplate(index)) else { return }
    seed = tokens[index].ordinal
    use(index...index, as: .seed, by: .seedBesideOthers, key: word(index))
  }

  /// The last token that may be a seed if others are beside it: `s` with digits, unless it is the size of a network.
  var seedCandidate: Int? {
    tokens.indices.last { index in
      let token = tokens[index]
      return isFree(index) && token.form == .wordAndNumber && token.ordinal != nil
        && token.lettersEnd - token.range.lowerBound == 1 && word(index) == "s"
        && !(index > 0 && tokens[index - 1].traits.has(.sizedByLetter))
    }
  }

  /// The name without the number of the token.
  func seedTemplate(_ index: Int) -> String {
    text.string(0..<tokens[index].lettersEnd) + "*" + text.string(tokens[index].range.upperBound..<text.bytes.count)
  }

  /// Takes marks of copies: `epoch=3-v1`, `features (1)`.
  mutating func readCopy() {
    guard role == .file, let last = tokens.indices.last(where: { !tokens[$0].range.isEmpty }), last > 0, isFree(last)
    else { return }
    let token = tokens[last]
    let isVersion = token.form == .wordAndNumber && token.ordinal != nil && word(last) == "v" && token.follows("-")
    let isCounted = token.follows("(") && token.ordinal != nil && text.isAt(token.range.upperBound, ")")
    let isCopy = token.isWord && word(last) == "copy"
    guard isVersion && moment != nil || isCounted || isCopy else { return }
    use(last...last, as: .noise, by: .copy)
  }
}
