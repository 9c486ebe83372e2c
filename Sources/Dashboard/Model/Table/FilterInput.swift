/// The filters that were used, and what is known of the one that is being typed.
struct FilterInput: Sendable, Equatable {
  /// Whether anything has happened since that what the filter leaves out may depend on.
  private(set) var isStale = false
  /// What there is to compare, as of the last letter.
  private(set) var fields = FilterFields()
  /// The newest last.
  private var used: [String] = []
  /// The one that the prompt shows; behind the last for a new one.
  private var index = 0

  /// As many texts as anybody goes back through.
  private static let historyLength = 50

  /// The filter that was used last.
  var last: String? { used.last }

  mutating func invalidate() { isStale = true }

  /// - Returns: whether what is left out is to be found anew.
  mutating func settle() -> Bool {
    defer { isStale = false }
    return isStale
  }

  mutating func settleFields(in dumps: DumpCollection) { fields.settle(in: dumps) }

  mutating func begin() { index = used.count }

  /// Another text of the history in the place of this one; empty behind the newest, nil where there is no history.
  mutating func recall(_ step: Int) -> String? {
    guard !used.isEmpty else { return nil }
    index = max(0, min(used.count, index + step))
    return index < used.count ? used[index] : ""
  }

  /// Notes that a filter was used. Nothing but spaces is none.
  mutating func note(_ text: String) {
    guard !text.allSatisfy(\.isWhitespace) else { return }
    used.removeAll { $0 == text }
    used.append(text)
    if used.count > Self.historyLength { used.removeFirst() }
  }

  /// Begins with the filter of another time.
  mutating func resume(_ text: String) {
    used = text.isEmpty ? [] : [text]
    isStale = true
  }
}
