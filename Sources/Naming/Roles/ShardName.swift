/// A file name that says that the file is one of several with the rows of one dump: the shards of equal `pattern` in one
/// directory, by `index`.
///
/// - `name-00003-of-00010.npy`, which also says how many there are;
/// - a word for such a piece with a number, at the end: `name.shard3.npy`, `name_part_3.npy`, `part-00003.npy`,
///   `name_chunk3.npy`;
/// - a word for features with a number: `img_emb_3.npy`, `feats_3.npy`.
///
/// Numbers behind any other word tell dumps apart, and are no shards: checkpoints (`feats_epoch_3.npy`), layers
/// (`hidden_3.npy`), views (`feats_aug0.npy`). Behind a word for a checkpoint, a layer or a seed they do so however many
/// there are said to be (`feats_epoch_3_of_5.npy`). Nor are labels, and whatever else a `FileRole` is for.
package struct ShardName: Sendable, Hashable {
  /// What is left of the name without the shard: `name`, `img_emb`. Of `part-00003.npy`, `part`.
  package let dump: String
  /// The file name with `*` in place of the index: `name.shard*.npy`. Shards of the same dump have the same.
  package let pattern: String
  /// Which of the shards it is. They are counted from 0 or from 1.
  package let index: Int
  /// How many shards there are, where the name says that.
  package let count: Int?

  /// Of the last component of a path, with its suffix; nil where it names a file that is a dump, or no dump, by itself.
  package init?(_ fileName: String) {
    let stem = fileName.utf8.lastIndex(of: UInt8(ascii: ".")).map { fileName[..<$0] } ?? fileName[...]
    let suffix = fileName[stem.endIndex...]
    guard !stem.hasPrefix("views"), let part = Self.counted(stem) ?? Self.enumerated(stem) else { return nil }
    guard part.index < Self.indexLimit, FileRole(name: "\(part.name)\(suffix)") == .dump else { return nil }
    dump = String(part.name)
    pattern = "\(stem[..<part.digits.startIndex])*\(stem[part.digits.endIndex...])\(suffix)"
    index = part.index
    count = part.count
  }

  /// Nobody has so many files: a greater number is something else, and whoever counts on from one below it never overflows.
  private static let indexLimit = 1 << 32

  private typealias Part = (name: Substring, digits: Substring, index: Int, count: Int?)

  /// `name-00003-of-00010`, counted from 0 or from 1.
  private static func counted(_ stem: Substring) -> Part? {
    guard let (countless, countDigits) = splitNumber(stem), let count = Int(countDigits), count > 0,
      let word = splitWord(countless.droppingSeparator), word.word == "of",
      let (name, digits) = splitNumber(word.rest.droppingSeparator), let index = Int(digits), index <= count,
      countless.endsInSeparator, word.rest.endsInSeparator, name.endsInSeparator, !name.droppingSeparator.isEmpty,
      !Self.traits(splitWord(name.droppingSeparator)?.word ?? "").has([.epoch, .step, .seed, .layer])
    else { return nil }
    return (name.droppingSeparator, digits, index, count)
  }

  /// A word and the number at the end.
  private static func enumerated(_ stem: Substring) -> Part? {
    guard let (rest, digits) = splitNumber(stem), let index = Int(digits), let word = splitWord(rest.droppingSeparator)
    else { return nil }
    let name = word.rest.droppingSeparator
    guard word.rest.isEmpty || word.rest.endsInSeparator && !name.isEmpty else { return nil }
    let traits = Self.traits(word.word)
    if traits.has(.shard) { return (name.isEmpty ? word.word : name, digits, index, nil) }
    // `feats3` may be anything.
    guard traits.has(.shardedContent), rest.last == "_" else { return nil }
    return (stem[..<word.word.endIndex], digits, index, nil)
  }

  /// The digits at the end, and what is before them. By hand: this is asked of every file, and regular expressions take
  /// longer than reading a header.
  private static func splitNumber(_ text: Substring) -> (rest: Substring, digits: Substring)? {
    let digits = text.suffix(while: \.isDigit)
    return digits.isEmpty ? nil : (text[..<digits.startIndex], digits)
  }

  private static func traits(_ word: Substring) -> WordTraits {
    word.utf8.count > WordTraits.longestWord ? [] : WordTraits.of(word.lowercased())
  }

  /// The letters at the end, and what is before them.
  private static func splitWord(_ text: Substring) -> (rest: Substring, word: Substring)? {
    let word = text.suffix { $0.isLetter && $0 < 0x80 }
    return word.isEmpty ? nil : (text[..<word.startIndex], word)
  }
}

extension Substring {
  fileprivate var endsInSeparator: Bool { utf8.last.map { "-_.".utf8.contains($0) } ?? false }
  /// Without one separator at the end, if there is one; with nothing left where there are more.
  fileprivate var droppingSeparator: Substring {
    guard endsInSeparator else { return self }
    let rest = self[..<utf8.index(before: endIndex)]
    return rest.endsInSeparator ? "" : rest
  }

  fileprivate func suffix(while holds: (UInt8) -> Bool) -> Substring {
    self[(utf8.lastIndex { !holds($0) }.map { utf8.index(after: $0) } ?? startIndex)...]
  }
}
