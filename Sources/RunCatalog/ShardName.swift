/// A file name that says that the file is one of several with the rows of one dump: the shards of equal `pattern` in one
/// directory, by `index`.
///
/// - `name-00003-of-00010.npy`, which also says how many there are;
/// - a word for such a piece with a number, at the end: `name.shard3.npy`, `name_part_3.npy`, `part-00003.npy`,
///   `name_chunk3.npy`;
/// - a word for features with a number: `img_emb_3.npy`, `feats_3.npy`.
///
/// Numbers behind any other word tell dumps apart, and are no shards: checkpoints (`feats_epoch_3.npy`), layers
/// (`hidden_3.npy`), views (`feats_aug0.npy`). Nor are labels, and whatever else a `FileRole` is for.
public struct ShardName: Sendable, Hashable {
  /// What is left of the name without the shard: `name`, `img_emb`. Of `part-00003.npy`, `part`.
  public let dump: String
  /// The file name with `*` in place of the index: `name.shard*.npy`. Shards of the same dump have the same.
  public let pattern: String
  /// Which of the shards it is. They are counted from 0 or from 1.
  public let index: Int
  /// How many shards there are, where the name says that.
  public let count: Int?

  /// Of the last component of a path, with its suffix; nil where it names a file that is a dump, or no dump, by itself.
  public init?(_ fileName: String) {
    let stem = fileName.lastIndex(of: ".").map { fileName[..<$0] } ?? fileName[...]
    let suffix = fileName[stem.endIndex...]
    guard !stem.hasPrefix("views"), let part = Self.counted(stem) ?? Self.enumerated(stem) else { return nil }
    guard FileRole(name: "\(part.name)\(suffix)") == .dump else { return nil }
    dump = String(part.name)
    pattern = "\(stem[..<part.digits.startIndex])*\(stem[part.digits.endIndex...])\(suffix)"
    index = part.index
    count = part.count
  }

  private typealias Part = (name: Substring, digits: Substring, index: Int, count: Int?)

  /// `name-00003-of-00010`, counted from 0 or from 1.
  private static func counted(_ stem: Substring) -> Part? {
    guard let match = stem.wholeMatch(of: /(.*[^-_.])[-_.]([0-9]+)[-_]of[-_]([0-9]+)/),
      let index = Int(match.2), let count = Int(match.3), count > 0, index <= count
    else { return nil }
    return (match.1, match.2, index, count)
  }

  /// A word and the number at the end.
  private static func enumerated(_ stem: Substring) -> Part? {
    guard let match = stem.wholeMatch(of: /(?:(.*[^-_.])[-_.])?([A-Za-z]+)([-_.]?)([0-9]+)/),
      let index = Int(match.4)
    else { return nil }
    let word = match.2.lowercased()
    if PathVocabulary.shard.contains(word) {
      return (match.1 ?? match.2, match.4, index, nil)
    }
    // `feats3` may be anything.
    guard PathVocabulary.shardedContent.contains(word), match.3 == "_" else { return nil }
    return (stem[..<match.2.endIndex], match.4, index, nil)
  }
}
