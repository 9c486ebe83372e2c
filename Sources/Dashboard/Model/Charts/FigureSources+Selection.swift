import Analysis
import Figures
import Goldilocks
import Spectra

extension FigureSources {
  /// As in the paper.
  private static let shuffleCount = 1000
  /// Percentage points of accuracy that may be lost.
  private static let tolerance = 1.0

  /// What the procedure says of the models; nil on other screens.
  var outlook: SelectionOutlook? {
    let chosen = choice(0, x: Measure.alpha.rawValue, y: data.selectionAccuracies(options.probeMethod).first?.name)
    guard screen == .selection, let key = chosen.x, let accuracy = chosen.y else { return nil }
    let candidates = SelectionCandidates(
      data.records, key: key, accuracy: accuracy.name, selection: .joinedSeeds, prior: options.prior)
    let replay =
      options.showsReplay
      ? candidates.replaySetting(
        of: data.records, parallel: parallel, shuffleCount: Self.shuffleCount, tolerance: Self.tolerance)
      : nil
    return SelectionOutlook(board: SelectionBoard(candidates, parallel: parallel), replay: replay)
  }

  /// The narrowing zone beside accuracy against the key, or what replays come to.
  func selectionFigures(_ outlook: SelectionOutlook) -> [Figure] {
    let candidates = outlook.board.candidates
    guard options.showsReplay else {
      let scatter = ScatterFigure(
        data.records, x: candidates.key, y: candidates.accuracy, color: data.grouping.map(Quantity.init(named:)),
        selection: .joinedSeeds, prior: options.prior)
      return [SelectionStepsFigure(outlook.board).figure, scatter.figure].compactMap { $0 }
    }
    guard let replay, let result = replay.result, replay.setting == outlook.replay else { return [] }
    let figures = SelectionFigures(result, key: candidates.key.title)
    return [
      Figure(figures.probability, findings: result.findings(key: candidates.key.title)),
      Figure(figures.growth, findings: candidates.findings),
    ]
  }
}

extension ChartData {
  /// The accuracies that can count: what was logged, and what can be found out here.
  func selectionAccuracies(_ method: ProbeResult.Method) -> [Quantity] {
    let logged = accuracies.filter { !AccuracyMetric.isMeasured($0) && $0 != AccuracyMetric.typedName }
    let typed = accuracies.contains(AccuracyMetric.typedName) ? [AccuracyMetric.typedName] : []
    return (logged + [AccuracyMetric.measuredName(method)] + typed).map(Quantity.init(named:))
  }
}
