import Analysis
import Figures
import Spectra
import TerminalCells

extension Model {
  /// The weight of the redundancy where a run says nothing of it: that of the paper's experiments.
  private static let publishedRedundancyWeight = 0.005

  /// Goes to another parameter.
  mutating func moveParameter(by step: Int) {
    let all = laboratory.settings.parameters
    let index = all.firstIndex(of: laboratory.parameter) ?? 0
    laboratory.parameter = all[(index + step).clamped(to: 0...all.count - 1)]
  }

  /// Takes the next value of the chosen parameter, or says why not.
  mutating func changeParameter(up: Bool) {
    do throws(LaboratorySettings.Refusal) {
      laboratory.settings = try laboratory.settings.stepping(laboratory.parameter, up: up)
      // Where the list of parameters is not to be seen.
      if ScreenLayout(self).details.isEmpty {
        input.say("\(laboratory.parameter.shortTitle) \(laboratory.settings.text(of: laboratory.parameter))")
      }
    } catch {
      input.say(error.reason, isFailure: true)
    }
  }

  /// Asks for a value of the chosen parameter; of the few there are, takes the next.
  mutating func typeParameter() {
    let parameter = laboratory.parameter
    guard parameter != .training else { return changeParameter(up: true) }
    input.ask(.parameter(parameter), text: laboratory.settings.text(of: parameter))
  }

  /// Chooses the parameter in a cell of the details; once more asks for its value.
  mutating func pressOnParameter(_ event: MouseEvent, in details: Rect) {
    let lines = LaboratoryText(self).lines(width: details.width, height: details.height)
    let row = event.row - details.y
    guard lines.indices.contains(row),
      let place = lines[row].places.first(where: { $0.columns.contains(event.column - details.x) })
    else { return }
    guard place.parameter != laboratory.parameter else { return typeParameter() }
    laboratory.parameter = place.parameter
  }

  mutating func acceptParameter(_ parameter: LaboratoryParameter, _ text: String) {
    do throws(LaboratorySettings.Refusal) {
      laboratory.settings = try laboratory.settings.setting(parameter, to: text)
      input.endPrompt()
    } catch {
      input.judge(Prompt.Mistake(reason: error.reason))
    }
  }

  /// Asks for what the open laboratory lacks. While it is not open nothing begins; what has begun goes on.
  mutating func requestExperiment() -> [Effect] {
    guard screen == .laboratory else { return [] }
    var effects: [Effect] = []
    if laboratory.simulates, let experiment = try? laboratory.settings.experiment, experiment != laboratory.experiment {
      laboratory.experiment = experiment
      effects.append(.simulate(experiment))
    }
    if let dump = selected?.record.dump, dump.id != laboratory.viewedDump {
      (laboratory.viewedDump, laboratory.views) = (dump.id, nil)
      effects.append(.compareViews(of: dump.id, lambda: dump.redundancyWeight ?? Self.publishedRedundancyWeight))
    }
    return effects
  }

  /// Takes in how far an experiment has come, unless it is not wanted any more.
  mutating func take(_ results: LaboratoryResults) {
    if results.experiment == laboratory.experiment { laboratory.results = results }
  }

  mutating func take(_ comparison: ViewComparison, of id: Dump.ID) {
    guard id == laboratory.viewedDump else { return }
    laboratory.views = comparison
    if case .matrix(var figure) = comparison, dumps[id]?.record.dump.redundancyWeight == nil {
      let remark = "λ = \(Self.publishedRedundancyWeight), the paper's: the settings of this run name none"
      figure.findings.append(Finding(remark))
      laboratory.views = .matrix(figure)
    }
  }
}
