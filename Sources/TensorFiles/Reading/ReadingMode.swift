/// What is expected of a file.
public enum ReadingMode: Sendable, CaseIterable {
  /// It holds all that its header promises, and nobody writes to it.
  case finished
  /// It is being written, from its beginning to its end: rows that are not there yet are to come. What there is may
  /// be read while more is appended, and while a header is replaced by one that promises more rows.
  case growing
}
