extension DumpReader {
  /// What the first rows of the array hash to: equal fingerprints mean equal columns, element types, order and bytes, and
  /// that the same was made of further axes. Of a finished
  /// dump, that of all rows is that of the dump. Nil where these rows are no beginning of the dump: there are fewer, or
  /// they end within a file in Fortran order.
  ///
  /// - Parameter rowCount: at least 0; nil for all.
  /// - Throws: like `read(into:)`.
  public mutating func fingerprint(ofFirst rowCount: Int? = nil) throws(TensorFileError) -> ContentFingerprint? {
    var hash = ContentHash()
    return try extend(&hash, toRow: rowCount ?? itemCount) ? hash.fingerprint : nil
  }

  /// What some rows hash to, in whatever dump: to be compared with the same rows of the same files at another time. Nil
  /// where they end within a file in Fortran order.
  ///
  /// - Throws: like `read(into:)`.
  public mutating func fingerprint(of rows: Range<Int>) throws(TensorFileError) -> ContentFingerprint? {
    precondition(0 <= rows.lowerBound && rows.upperBound <= itemCount, "rows that are not there")
    var hash = ContentHash()
    return try add(rows, to: &hash) ? hash.fingerprint : nil
  }

  /// Adds the bytes of the rows from `hash.rowCount` to `end` to a hash, of this dump up to there, and says whether it
  /// did: it does not where `fingerprint(ofFirst: end)` is nil or where the hash has more rows already.
  ///
  /// - Throws: like `read(into:)`; the hash stays as it was.
  public mutating func extend(_ hash: inout ContentHash, toRow end: Int) throws(TensorFileError) -> Bool {
    guard hash.rowCount <= end, end <= itemCount else { return false }
    var extended = hash.copy()
    guard try add(hash.rowCount..<end, to: &extended) else { return false }
    hash = extended
    return true
  }

  /// Returns false, and adds nothing, where the rows end within a file in Fortran order.
  private mutating func add(_ rows: Range<Int>, to hash: inout ContentHash) throws(TensorFileError) -> Bool {
    let parts = parts(of: rows)
    guard parts.allSatisfy({ files[$0].canEnd(at: $1) }) else { return false }
    if rows.lowerBound == 0, let layout { hash.add(layout.pooling) }
    for (index, rows) in parts {
      try openFile(index)
      try array.add(rows: rows, to: &hash)
      try array.requireUnchanged()
    }
    return true
  }
}

extension DumpFile {
  /// Whether these of its own rows are stored one after another, with nothing of others between them.
  fileprivate func canEnd(at rows: Range<Int>) -> Bool { !stored.isFortranOrder || rows == 0..<self.rows.count }
}
