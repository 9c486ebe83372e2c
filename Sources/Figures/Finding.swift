import Analysis

/// What the data say, in words and numbers.
public struct Finding: Sendable, Equatable {
  /// In their order; lines are broken between them rather than within one.
  public var phrases: [String]
  /// Whether it limits what the chart may be read to say.
  public var isWarning: Bool

  public init(_ phrases: String..., isWarning: Bool = false) {
    self.init(phrases, isWarning: isWarning)
  }

  public init(_ phrases: [String], isWarning: Bool = false) {
    self.phrases = phrases
    self.isWarning = isWarning
  }

  /// In one line.
  public var text: String { phrases.joined(separator: " ") }
}

extension Finding {
  /// Names that are written out before the others are only counted.
  private static let namedCount = 3

  /// `2 dumps without an epoch left out: a/x.npy, b/x.npy`; nil where there are none.
  public static func leftOut(_ names: [String], one: String, reason: String) -> Finding? {
    guard !names.isEmpty else { return nil }
    let rest = names.count - namedCount
    let named = names.prefix(namedCount) + (rest > 0 ? ["\(rest) more"] : [])
    let phrases = named.enumerated().map { $1 + ($0 + 1 < named.count ? "," : "") }
    return Finding(
      ["\(names.count) \(one)\(names.count == 1 ? "" : "s") \(reason) left out:"] + phrases, isWarning: true)
  }

  /// What keeps the α of these models from being compared: one warning, or none.
  static func comparability(of models: [AnalysisRecord]) -> [Finding] {
    let reasons = AnalysisRecord.comparability(of: models).map(\.message)
    guard let first = reasons.first else { return [] }
    let subject = first.prefix { $0 != ":" } + ":"
    let phrases = reasons.map { $0.replacing("\(subject) ", with: "") }
    return [Finding([String(subject)] + phrases.dropLast().map { $0 + ";" } + phrases.suffix(1), isWarning: true)]
  }
}
