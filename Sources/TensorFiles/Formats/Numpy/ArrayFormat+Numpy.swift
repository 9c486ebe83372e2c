extension ArrayFormat {
  /// `np.save`: a header in Python's words, then the elements.
  static let numpy = ArrayFormat(suffixes: ["npy"], magic: NumpyHeader.magic) {
    (file, byteCount) throws(TensorFileError) in
    let beginning = try file.beginning(min(byteCount, NumpyHeader.greatestByteCount))
    return [try StoredArray(parsing: beginning, of: file.path)]
  }
}
