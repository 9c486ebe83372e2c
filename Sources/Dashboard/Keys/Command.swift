/// What a key can mean.
enum Command: Sendable, Equatable {
  case quit, suspend, redraw
  case help, activity, palette, themes, settings, back
  case show(Screen)
  case move(Movement)
  case fold, unfold
  case open
  case toggleMark, markRange, markAll, togglePin
  case undo
  case beginSort, sort(SortOrder.Key), chooseSort, reverseSort, chooseColumns
  case filter
  /// To a dump that the filter used last matches, so many on.
  case findMatch(Int)
  case toggleFreeze, toggleFollowing
  case recompute
  /// Train a linear probe of the selected dump, or of all that are to be probed next.
  case probe, probeBatch
  /// More models in a batch, or fewer.
  case changeBatchSize(by: Int)
  case typeAccuracy

  /// Moves the ends of the fitted ranks by so many ranks.
  case moveFitRange(first: Int, last: Int)
  case typeFitRange, toggleFitScope, changeEstimator
  /// Another chart of the same dump.
  case nextView

  /// Goes so many parameters of the laboratory on.
  case moveParameter(Int)
  case changeParameter(up: Bool)
  case typeParameter, resetParameters

  case nextPane, previousPane
  /// One chart over the whole screen.
  case toggleFullScreen
  /// Moves the line between panes by so many columns.
  case moveDivider(Int)
  case toggleMouse
  case zoomIn, zoomOut, fitFraming
  /// Moves what is shown by so many steps.
  case pan(x: Int, y: Int)
  case beginAxes, toggleLogarithmic(x: Bool, y: Bool)
  case toggleCrosshair
  /// Along the series, or to another one.
  case moveCrosshair(along: Int, across: Int)
  case setReference, openUnderCrosshair
  case chooseQuantity(Picker.Role)
  /// To the clipboard.
  case copyValues
  /// To a file.
  case export
  /// In a list.
  case choose
  /// In a prompt.
  case accept, cancel, deleteCharacter, clearText
  /// Of the texts used before, so many on.
  case recall(Int)

  /// A way through lines, be they rows of a table or of a text.
  enum Movement: Sendable, Equatable {
    case up, down, halfPageUp, halfPageDown, pageUp, pageDown, top, bottom
  }
}
