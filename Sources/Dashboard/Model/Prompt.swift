/// A line of text that the user types in the place of the footer.
struct Prompt: Sendable, Equatable {
  /// What the text is for.
  enum Purpose: Sendable, Equatable {
    case fitRange
  }

  var purpose: Purpose
  var text: String
  /// Why the text was not taken.
  var error: String?
}
