/// What a key can mean.
enum Command: Sendable, Equatable {
  case quit, suspend, redraw
  case help, activity, back
  case show(Screen)
  case move(Movement)
  case fold, unfold
  case open
  case beginSort, sort(SortOrder.Key), reverseSort

  /// Moves the ends of the fitted ranks by so many ranks.
  case moveFitRange(first: Int, last: Int)
  case typeFitRange, toggleFitScope, changeEstimator
  /// Another chart of the same dump.
  case nextView
  /// In a prompt.
  case accept, cancel, deleteCharacter, clearText

  /// A way through lines, be they rows of a table or of a text.
  enum Movement: Sendable, Equatable {
    case up, down, halfPageUp, halfPageDown, pageUp, pageDown, top, bottom
  }
}
