/// Cuts names of metrics into words: at signs, at blanks, where letters and digits meet, and where the case changes.
enum MetricWords {
  /// - Returns: the words in lower case, `acc` for `accuracy`, words for splits cut off `valacc`.
  static func of(_ name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previous: UInt8 = 0
    func end() {
      if !word.isEmpty { words += parts(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in name.utf8.prefix(longestName) {
      let isBoundary = previous.isDigit != byte.isDigit || byte.isUppercase && !previous.isUppercase
      if !byte.isDigit && !byte.isLetter || isBoundary { end() }
      if byte.isDigit || byte.isLetter { word.append(byte.lowercased) }
      previous = byte
    }
    end()
    return words
  }

  /// Longer names mean nothing behind this many bytes.
  private static let longestName = 1000

  private static func parts(_ word: String) -> [String] {
    for prefix in ["train", "valid", "val", "test", "eval", "dev", "top"] where word.hasPrefix(prefix) {
      if let metric = canonical[String(word.dropFirst(prefix.count))] { return [prefix, metric] }
    }
    return [canonical[word] ?? word]
  }

  private static let canonical = [
    "acc": "acc", "accuracy": "acc", "accuracies": "acc", "acces": "acc", "loss": "loss", "err": "error",
    "error": "error", "errors": "error", "losses": "loss",
  ]
}
