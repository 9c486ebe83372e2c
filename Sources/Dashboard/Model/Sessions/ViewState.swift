import Analysis
import Charts
import OrderedCollections

/// What the user has made of the screens, and can have back: marks, the pinned dump, and how charts are looked at.
struct ViewState: Sendable, Equatable {
  /// In the order in which they were marked, which is that of their series.
  var marked: OrderedSet<Dump.ID> = []
  /// What others are compared with.
  var pinned: Dump.ID?
  /// As it was typed; empty for all dumps.
  var filter = ""
  /// Columns of the table, the most wanted first; nil for the standard ones.
  var columns: [TableColumn]?
  var framings: [PaneID: ChartFraming] = [:]
  var choices: [PaneID: ChartChoice] = [:]
  /// M, how many models are probed in parallel.
  var parallel = Self.standardParallel

  static let standardParallel = 10

  /// The dumps whose spectra are compared with that of a dump.
  func compared(with dump: Dump.ID?) -> [Dump.ID] {
    ([pinned].compactMap { $0 } + marked.filter { $0 != pinned }).filter { $0 != dump }
  }

  /// Forgets a dump that is no longer there.
  mutating func forget(_ dump: Dump.ID) {
    marked.remove(dump)
    if pinned == dump { pinned = nil }
  }
}

/// One chart of a screen.
struct PaneID: Sendable, Hashable {
  var screen: Screen
  /// From left to right.
  var index = 0
}
