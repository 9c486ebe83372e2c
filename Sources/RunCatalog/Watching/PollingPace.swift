/// How long to wait between two looks at everything: longer, the longer a look takes and the less it finds.
struct PollingPace {
  /// Shortest and longest pause as asked for.
  let bounds: ClosedRange<Duration>
  /// The pause before the next look.
  private(set) var pause: Duration
  /// Shortest and longest pause as a look takes now.
  private(set) var range: ClosedRange<Duration>

  /// A look takes a part in so many of the time.
  private static let share = 20

  init(bounds: ClosedRange<Duration>) {
    self.bounds = bounds
    pause = bounds.lowerBound
    range = bounds
  }

  /// After a look: back to the shortest pause if something had changed, else twice the last one, up to the longest.
  mutating func finish(duration: Duration, didChange: Bool) {
    // In steps of two, so that what is said about it does not change with every look.
    var shortest = bounds.lowerBound
    while shortest > .zero, shortest < duration * Self.share { shortest *= 2 }
    range = shortest...max(shortest, bounds.upperBound)
    pause = didChange ? shortest : min(max(pause * 2, shortest), range.upperBound)
  }
}
