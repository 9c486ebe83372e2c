import Figures

/// The charts of the open screen, what they are made of, and where the eye is among them.
struct OpenCharts: Sendable, Equatable {
  /// What charts compare.
  private(set) var data = ChartData()
  /// From left to right, as they are by themselves.
  private(set) var figures: [Figure] = []
  /// Whether anything has happened since they were made.
  private(set) var isStale = true
  private(set) var isFullScreen = false
  /// The first of the charts that is shown, where they do not all fit.
  private(set) var firstShown = 0
  var crosshair: CrosshairState?
  /// The chart that keys were said to mean; there may be fewer by now.
  private var chosenIndex = 0
  /// What the charts were made from; nil where they are made anew each time.
  private var sources: FigureSources?
  private var trainingRuns: TrainingRuns?

  /// The chart that keys mean.
  var focus: Int { min(chosenIndex, max(0, figures.count - 1)) }

  // MARK: What follows from the dumps

  /// Something has happened.
  mutating func invalidate() { isStale = true }

  /// Finds out anew what charts compare, if other dumps are shown, or if they say something else.
  mutating func compare(_ dumps: DumpCollection) {
    guard data.revision != dumps.revision else { return }
    data = ChartData(dumps)
    trainingRuns = nil
  }

  /// Whether the charts are those that follow from these sources.
  func follow(from sources: FigureSources) -> Bool { self.sources == sources }

  /// Makes the charts of a screen of comparisons, unless they are made.
  mutating func make(from sources: FigureSources, _ outlook: SelectionOutlook?) {
    isStale = false
    guard !follow(from: sources) else { return }
    self.sources = sources
    figures = sources.figures(outlook, keeping: &trainingRuns)
  }

  /// Shows charts that depend on more than is worth remembering.
  mutating func show(_ figures: [Figure]) {
    (isStale, sources) = (false, nil)
    self.figures = figures
  }

  // MARK: The eye

  /// Another screen has been opened.
  mutating func begin() { (crosshair, isFullScreen, chosenIndex) = (nil, false, 0) }

  mutating func focus(on index: Int) { chosenIndex = index }

  /// Goes on to the chart beside, round and round.
  mutating func moveFocus(by step: Int) {
    let count = max(1, figures.count)
    chosenIndex = (focus + step + count) % count
  }

  mutating func toggleFullScreen() { isFullScreen.toggle() }

  /// Charts that do not all fit scroll as little as shows the one with the focus.
  mutating func scroll(showing count: Int) {
    firstShown = min(max(firstShown, focus - count + 1), focus)
    firstShown = max(0, min(firstShown, figures.count - count))
  }
}
