import Figures
import Goldilocks
import Spectra

/// What the charts of a screen that shows all models alike follow from: as long as it is the same they are not made anew.
struct FigureSources: Sendable, Equatable {
  private let screen: Screen
  private let revision: Int?
  private let choices: [PaneID: ChartChoice]
  private let selection: ModelSelection
  private let prior: Double
  private let probeMethod: ProbeResult.Method
  private let parallel: Int
  private let showsReplay: Bool
  private let replay: SelectionReplay.Setting?
  private let laboratory: Laboratory

  init(_ model: Model) {
    screen = model.screen
    revision = model.chartData.revision
    choices = model.view.choices
    selection = model.modelSelection
    prior = model.prior
    probeMethod = model.probeMethod
    parallel = model.view.parallel
    showsReplay = model.showsReplay
    replay = model.replay?.setting
    laboratory = model.laboratory
  }
}
