import Analysis

/// What follows from the inputs of the model, found out after each of them in one pass. Every step follows from
/// the model as the steps before it left it. The eye moves before charts are made of what it is on.
extension Model {
  /// - Returns: what is to be asked of others.
  mutating func settle() -> [Effect] {
    // What was opened stays open, whatever comes above it.
    if screen != .models, table.selection == nil, remembered == nil {
      table.selection = table.rows(of: dumps).first
    }
    settleFilter()
    follow()
    settleComparison()
    settleProcedure()
    let experiment = requestExperiment()
    table.settle(in: dumps, height: ScreenLayout(self).tableRows)
    settleFigures()
    settlePanes()
    return showTheme() + requestSpectrum() + requestReplay() + experiment + tellFocus()
  }

  /// The part of it that keys and the pointer mean: the charts as they were last drawn.
  mutating func settleCharts() {
    settleFilter()
    settleComparison()
    settleProcedure()
    settleFigures()
    settlePanes()
  }

  /// The numbers that charts compare follow from the dumps that are shown.
  private mutating func settleComparison() {
    if charts.isStale, screen.comparesModels { charts.compare(dumps) }
  }

  /// What to probe next follows from them; the eye may follow that.
  private mutating func settleProcedure() {
    guard charts.isStale, screen == .selection else { return }
    if let sources = FigureSources(self), !charts.follow(from: sources), let outlook = sources.outlook {
      turn(to: outlook.board)
      procedure.put(outlook)
    }
    keepEyeOnModels()
  }

  /// The charts follow from all of that. A crosshair keeps its place.
  private mutating func settleFigures() {
    guard charts.isStale else { return }
    let before = charts.crosshair == nil ? nil : focusedFigure
    if let sources = FigureSources(self) {
      charts.make(from: sources, procedure.outlook)
    } else {
      charts.show(selected.flatMap { spectrumFigure(of: $0) }.map { [$0] } ?? [])
    }
    settleCrosshair(after: before)
  }
}
