import Analysis

extension Model {
  /// Freezes what is shown, or takes in all that came since.
  mutating func toggleFreeze() {
    guard news.held != nil else { return news.freeze() }
    for held in news.thaw() { note(held.update, at: held.time) }
    filters.invalidate()
  }

  /// Whether a dump is something else by now than what the frozen screen shows, and its spectra as well.
  func isOutdated(_ id: Dump.ID) -> Bool { news.held?.replaces(id) ?? false }

  /// Selects the newest result, if it is to be seen. A crosshair stays where it was put.
  mutating func follow() {
    guard news.isFollowing, charts.crosshair == nil, let id = news.takeNewest() else { return }
    if dumps[id]?.isHidden == false { select(id) }
  }
}
