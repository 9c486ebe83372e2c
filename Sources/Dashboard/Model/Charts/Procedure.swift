import Figures
import Goldilocks

/// Selection on a budget: what it says of the models, and what it would have come to on other orders of them.
struct Procedure: Sendable, Equatable {
  /// A replay, and what it is of; nil where there were too few models.
  struct FinishedReplay: Sendable, Equatable {
    var setting: SelectionReplay.Setting
    var result: SelectionReplay?
  }

  /// As of the last key or news; nil where nobody looks.
  private(set) var outlook: SelectionOutlook?
  /// The replay that came last.
  private(set) var replay: FinishedReplay?
  /// A replay that was asked for and has not come yet.
  private var requested: SelectionReplay.Setting?

  var board: SelectionBoard? { outlook?.board }
  var isWaiting: Bool { requested != nil }

  mutating func put(_ outlook: SelectionOutlook) { self.outlook = outlook }

  /// Nobody looks any more: who comes back begins with what to probe next.
  mutating func close() { outlook = nil }

  /// Takes the answer to a request.
  mutating func take(_ replay: FinishedReplay) {
    requested = nil
    self.replay = replay
  }

  /// The replay to ask for; nil where it is there, or another is on its way: the newest is asked for after that.
  mutating func request() -> SelectionReplay.Setting? {
    guard requested == nil, let wanted = outlook?.replay, replay?.setting != wanted else { return nil }
    requested = wanted
    return wanted
  }
}
