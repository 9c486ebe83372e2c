import Analysis
import Figures

/// All that the charts of comparisons follow from. They are made of nothing else (`figures`), so as long as it is
/// the same they need not be made anew.
struct FigureSources: Sendable, Equatable {
  let screen: Screen
  let data: ChartData
  let choices: [PaneID: ChartChoice]
  let options: FigureOptions
  /// M, how many models are probed in parallel.
  let parallel: Int
  let replay: Procedure.FinishedReplay?
  let laboratory: Laboratory
  /// What is looked at, and what it is compared with, where charts set that before the others.
  let focus: [Dump]
  let titles: RunTitles

  /// nil for a screen of spectra, whose charts follow from more than is worth being compared.
  init?(_ model: Model) {
    screen = model.screen
    switch screen {
    case .models, .spectrum: return nil
    case .timeline, .layers:
      let selected = model.selected?.id
      focus = ([selected].compactMap { $0 } + model.view.compared(with: selected))
        .compactMap { model.dumps[$0]?.record.dump }
    case .scatter, .landscape, .selection, .laboratory: focus = []
    }
    data = model.charts.data
    choices = model.view.choices
    options = model.options
    parallel = model.view.parallel
    replay = model.procedure.replay
    laboratory = model.laboratory
    titles = model.dumps.titles
  }

  /// The charts from left to right, as they are by themselves; none where there is nothing to draw.
  ///
  /// - Parameters:
  ///   - outlook: that of these sources, which is not found out twice.
  ///   - runs: curves over training of these data, as far as they were made before.
  func figures(_ outlook: SelectionOutlook?, keeping runs: inout TrainingRuns?) -> [Figure] {
    switch screen {
    case .models, .spectrum: []
    case .scatter: scatterFigures
    case .landscape: landscapeFigures
    case .timeline: timelineFigures(keeping: &runs)
    case .layers: layersFigures
    case .selection: outlook.map(selectionFigures) ?? []
    case .laboratory: laboratory.figures
    }
  }

  /// What a chart shows: what was chosen for its pane, else what it has by itself.
  func choice(_ index: Int, x: String? = nil, y: String? = nil, color: String? = nil) -> (
    x: Quantity?, y: Quantity?, color: Quantity?
  ) {
    let chosen = choices[PaneID(screen: screen, index: index)] ?? ChartChoice()
    let color: String? =
      switch chosen.color {
      case nil: color
      case .none?: nil
      case .quantity(let name)?: name
      }
    return (
      (chosen.x ?? x).map(Quantity.init(named:)), (chosen.y ?? y).map(Quantity.init(named:)),
      color.map(Quantity.init(named:))
    )
  }
}
