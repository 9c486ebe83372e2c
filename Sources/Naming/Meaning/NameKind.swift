/// What a piece of a name is.
package enum NameKind: String, Sendable, Hashable, CaseIterable {
  /// When in training the array was taken.
  case checkpoint
  case seed, layer, split
  /// One of several files with the rows of one dump.
  case shard
  /// The process that wrote the file.
  case rank
  /// One of several augmentations of the same samples.
  case view
  case setting
  /// A number that the training logged, repeated in the name.
  case metric
  /// Dates, hashes, process ids, attempts: what is different every time.
  case noise
  /// Everything else: it tells models apart.
  case word
}
