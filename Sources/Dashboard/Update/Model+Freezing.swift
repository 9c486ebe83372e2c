import Analysis

extension Model {
  /// Freezes what is shown, or takes in all that came since.
  mutating func toggleFreeze() {
    guard let held = heldNews else { return heldNews = HeldNews(alerts: alerts) }
    heldNews = nil
    for news in held.all { note(news.update, at: news.time) }
    alerts = held.alerts
    filterIsStale = true
  }

  /// Whether a dump is something else by now than what the frozen screen shows, and its spectra as well.
  func isOutdated(_ id: Dump.ID) -> Bool { heldNews?.replaces(id) ?? false }

  /// Begins to follow, with the newest result there is, or ends it.
  mutating func toggleFollowing() {
    isFollowing.toggle()
    newestResult = isFollowing ? recentResults.first?.dump : nil
  }

  /// Selects the newest result, if it is to be seen. A crosshair stays where it was put.
  mutating func follow() {
    guard isFollowing, charts.crosshair == nil, let id = newestResult else { return }
    newestResult = nil
    if dumps[id]?.isHidden == false { select(id) }
  }
}
