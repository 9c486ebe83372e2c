import Figures
import Goldilocks

/// What the procedure of selection says of the models as they are now.
struct SelectionOutlook: Sendable, Equatable {
  let board: SelectionBoard
  /// The replay that is to be seen; nil where the board is.
  let replay: SelectionReplay.Setting?
}
