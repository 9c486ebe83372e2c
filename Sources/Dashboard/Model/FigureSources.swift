import Figures

/// What the charts of a screen that shows all models alike follow from: as long as it is the same they are not made anew.
struct FigureSources: Sendable, Equatable {
  private let screen: Screen
  private let revision: Int?
  private let choices: [PaneID: ChartChoice]
  private let selection: ModelSelection

  init(_ model: Model) {
    screen = model.screen
    revision = model.chartData.revision
    choices = model.view.choices
    selection = model.modelSelection
  }
}
