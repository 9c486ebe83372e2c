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
