import Analysis
import Charts
import DashboardFixtures
import Figures
import FrameSnapshots
import Spectra
import TerminalCells
import Testing

@testable import Dashboard

@Suite("The laboratory")
struct LaboratoryTests {
  private func open(_ columns: Int = 120, _ rows: Int = 40) -> (model: Model, effects: [Effect]) {
    var model = GridSweep.model(columns: columns, rows: rows)
    let effects = model.press(.character("8"))
    return (model, effects)
  }

  private func experiments(_ effects: [Effect]) -> [LaboratoryExperiment] {
    effects.compactMap { if case .simulate(let experiment) = $0 { experiment } else { nil } }
  }

  @Test("Nothing is simulated before its screen is opened, and opening it again simulates nothing anew")
  func opening() throws {
    var model = GridSweep.model(columns: 120, rows: 40)
    for key in "1234561" { #expect(experiments(model.press(.character(key))).isEmpty) }
    let experiment = try #require(experiments(model.press(.character("8"))).first)
    let standard = try RegressionSimulation()
    #expect(experiment.simulation == standard && experiment.trialCount == 20)
    #expect(experiment.alphas == (0...12).map { Double($0) / 4 })
    #expect(experiments(model.press(.character("1"), .character("8"))).isEmpty)
  }

  @Test("j and k choose a parameter, h and l change it, and every change is simulated")
  func keys() throws {
    var (model, _) = open()
    #expect(model.laboratory.parameter == .dimension)
    let doubled = try #require(experiments(model.press(.character("l"))).first)
    #expect(doubled.simulation.featureCount == 2_000 && doubled.sampling.featureCount == 2_000)
    let halved = try #require(experiments(model.press(.left, .left)).last)
    #expect(halved.simulation.featureCount == 500)
    model.press(.character("j"), .down, .character("j"))
    #expect(model.laboratory.parameter == .samples)
    let fewer = try #require(experiments(model.press(.character("h"))).first)
    #expect(fewer.simulation.sampleCount == 200)
    model.press(.character("k"), .up)
    #expect(model.laboratory.parameter == .trials)
    for _ in 0..<50 { model.press(.character("k")) }
    #expect(model.laboratory.parameter == .dimension)
    let back = try #require(experiments(model.press(.character("r"))).first)
    #expect(model.laboratory.settings == LaboratorySettings() && back.simulation.featureCount == 1_000)
  }

  @Test("Parameters that mean nothing are not there: one pass has batches in place of steps")
  func training() throws {
    var (model, _) = open()
    while model.laboratory.parameter != .training { model.press(.character("j")) }
    let limit = try #require(experiments(model.press(.character("l"))).first)
    #expect(limit.simulation.training == .minimumNorm && !model.laboratory.settings.parameters.contains(.steps))
    let onePass = try #require(experiments(model.press(.enter)).first)
    #expect(onePass.simulation.training == .onePass(batchSize: 10))
    #expect(model.laboratory.settings.parameters.contains(.batch))
    #expect(model.screenRows().contains { $0.contains("rows at a time") })
    #expect(!model.screenRows().contains { $0.contains(" steps ") })
  }

  @Test("Enter types a value, and what means nothing is refused in words")
  func typing() throws {
    var (model, _) = open()
    model.press(.enter)
    #expect(model.screenRows().last?.contains("D 1000") == true)
    model.press(.control("u"))
    for key in "1000000000" { model.press(.character(key)) }
    #expect(experiments(model.press(.enter)).isEmpty)
    #expect(model.input.prompt?.error?.reason == "500 × 1000000000 numbers are too many here: 8388608 at most a draw")
    model.press(.control("u"), .character("x"), .enter)
    #expect(model.input.prompt?.error?.reason == "D is a number from 2 to 1000000000")
    model.press(.control("u"), .character("6"), .character("0"))
    let experiment = try #require(experiments(model.press(.enter)).first)
    #expect(model.input.prompt == nil && experiment.simulation.featureCount == 60)
  }

  @Test("A step that leads to too much is refused, and nothing changes")
  func refusedStep() {
    var (model, _) = open()
    model.press(.character("l"))
    let before = model.laboratory
    #expect(experiments(model.press(.character("l"))).isEmpty)
    #expect(model.laboratory == before && model.input.notice?.isFailure == true)
    #expect(model.screenRows().last?.contains("too many here") == true)
  }

  @Test("Every parameter is what its text says, at every step", arguments: LaboratoryParameter.allCases, [true, false])
  func round(parameter: LaboratoryParameter, up: Bool) throws {
    var settings = LaboratorySettings()
    if parameter == .batch { settings.training = .onePass }
    var texts = Set([settings.text(of: parameter)])
    for _ in 0..<30 {
      guard let next = try? settings.stepping(parameter, up: up) else { break }
      let text = next.text(of: parameter)
      #expect(try settings.setting(parameter, to: text) == next)
      texts.insert(text)
      settings = next
    }
    // The range of α begins at its least by itself.
    #expect(texts.count > 1 || parameter == .leastAlpha && !up)
  }

  @Test("What does not fit together is refused in words")
  func refusals() throws {
    func reason(_ parameter: LaboratoryParameter, _ text: String) -> String? {
      do throws(LaboratorySettings.Refusal) {
        _ = try LaboratorySettings(changes: ["training": "one pass"]).setting(parameter, to: text)
        return nil
      } catch {
        return error.reason
      }
    }
    #expect(reason(.batch, "501") == "the batch has to be 1 to 500 rows")
    #expect(reason(.leastAlpha, "3") == "α has to end behind its beginning")
    #expect(reason(.noise, "-1") == "σ is a number from 0.0 to 1000.0")
    #expect(reason(.noise, "nan") != nil && reason(.ranks, "100...11") != nil && reason(.training, "none") != nil)
    #expect(reason(.rows, "9223372036854775807") != nil && reason(.seed, "-1") != nil)
    #expect(reason(.seed, "18446744073709551615") == nil)
  }

  @Test("Parameters are remembered where they are not as they are by themselves")
  func session() throws {
    var (model, _) = open()
    #expect(model.session(of: ["grid"]).laboratory == nil)
    model.laboratory.settings = try model.laboratory.settings.setting(.training, to: "one pass")
      .setting(.samples, to: "40").setting(.batch, to: "7").setting(.noise, to: "0.05")
    var other = Model(title: "grid", columns: 120, rows: 40)
    other.resume(model.session(of: ["grid"]), on: ["grid"])
    #expect(other.laboratory.settings == model.laboratory.settings)
    model.press(.character("r"), .character("l"))
    #expect(model.session(of: ["grid"]).laboratory == ["dimension": "2000"])
    #expect(LaboratorySettings(changes: ["samples": "many", "no": "1", "seed": "3"]).seed == 3)
  }

  @Test("A curve of parameters that were changed since is not taken for theirs")
  func staleness() throws {
    var model = try Model.laboratory(columns: 200, rows: 60)
    var results = LaboratoryExample.results(of: try model.laboratory.settings.experiment)
    #expect(model.screenRows().contains { $0.contains("3 of 3 trials") })
    #expect(!model.screenRows().contains { $0.contains("of the parameters before") })
    // Samples of the spectrum have nothing to do with σ.
    while model.laboratory.parameter != .noise { model.press(.character("j")) }
    model.press(.character("l"))
    #expect(model.screenRows().count { $0.contains("⚠ of the parameters before") } == 1)
    #expect(model.screenRows().contains { $0.contains("0 of 3 trials") })
    #expect(model.screenRows().contains { $0.contains("3 of 3 draws") })
    // What comes of the parameters before comes too late.
    let before = model.laboratory
    results.drawCount = 2
    _ = update(&model, .simulated(results))
    #expect(model.laboratory == before)
  }

  @Test("The crosshair walks along the curve, and y copies its values")
  func crosshair() throws {
    var model = try Model.laboratory(columns: 120, rows: 40)
    model.press(.character("i"), .character("l"))
    // The axis and the series have the same name, which is said once.
    let readOut = model.screenRows().first { $0.contains("α of the covariates") && $0.contains("excess risk") }
    #expect(readOut?.ranges(of: "excess risk").count == 1)
    let footer = try #require(model.screenRows().last)
    #expect(footer.contains("j series") && !footer.contains("j parameter"), "a key means what is innermost")
    let effects = model.press(.character("y"))
    guard case .copy(let text, of: _)? = effects.first else {
      Issue.record("nothing is copied")
      return
    }
    let point = try #require(model.laboratory.results?.curve?.points.last)
    #expect(text.contains("excess risk\t\(point.alpha)\t\(point.excessRisk.mean)\t\n"))
  }

  @Test("The views of the selected dump are compared once, with the weight of its run, and why there are none is said")
  func views() throws {
    var model = GridSweep.model(columns: 200, rows: 60)
    model.select(GridSweep.record(1, 1, epoch: 8).id)
    let effects = model.press(.character("8"))
    let id = GridSweep.record(1, 1, epoch: 8).id
    #expect(effects.contains(.compareViews(of: id, lambda: 0.01)))
    _ = update(&model, .viewsCompared(id, .absent("no two views beside the dump")))
    #expect(model.charts.figures.count == 2)
    #expect(model.screenRows().contains { $0.contains("no cross-correlation: no two views") })
    // They may be there by now.
    let again = model.press(.character("1"), .character("8"))
    #expect(again.contains(.compareViews(of: id, lambda: 0.01)))
    _ = update(&model, .viewsCompared(id, .matrix(try LaboratoryExample.matrix())))
    #expect(model.charts.figures.count == 3)
    #expect(
      !model.press(.character("1"), .character("8")).contains { if case .compareViews = $0 { true } else { false } })
    // The answer for a dump that is no longer selected.
    _ = update(&model, .viewsCompared(GridSweep.record(0, 0, epoch: 8).id, .absent("gone")))
    #expect(model.charts.figures.count == 3)
  }

  private static let frameSizes = [(80, 24), (120, 40), (200, 60)]

  @Test("The screen at every size", arguments: frameSizes)
  func frames(columns: Int, rows: Int) throws {
    let frame = try Model.laboratory(columns: columns, rows: rows).frame()
    #expect(try frame.snapshot() == frame.committedSnapshot("laboratory-\(columns)x\(rows)"))
  }

  @Test(
    "The chosen parameter is marked beside the charts and above them, and is there on any screen that is large enough")
  func parameters() throws {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60), (50, 12), (40, 10), (110, 10)] {
      var model = try Model.laboratory(columns: columns, rows: rows)
      for _ in LaboratoryParameter.allCases {
        let value = model.laboratory.settings.text(of: model.laboratory.parameter)
        let frame = model.frame()
        let details = ScreenLayout(model).details
        let marked = (details.y..<details.maxY).flatMap { y in
          (details.x..<details.maxX).compactMap { x in
            frame[x, y].style.attributes.contains(.reverse) ? frame[x, y].character : nil
          }
        }
        let text = String(marked).replacing("…", with: "...")
        #expect(text.contains(value), "\(columns)×\(rows) \(model.laboratory.parameter): \(text)")
        model.press(.character("j"))
      }
    }
  }

  @Test("A click chooses a parameter, another one asks for its value", arguments: [(80, 24), (120, 40)])
  func mouse(columns: Int, rows: Int) throws {
    var model = try Model.laboratory(columns: columns, rows: rows)
    let screen = model.screenRows()
    let row = try #require(screen.firstIndex { $0.contains("σ ") && $0.contains("0.5") })
    let column = try #require(screen[row].firstIndex(of: "σ"))
    let x = screen[row].distance(from: screen[row].startIndex, to: column)
    let click = MouseEvent(.press(.left), column: x, row: row)
    _ = update(&model, .mouse(click))
    #expect(model.laboratory.parameter == .noise && model.input.prompt == nil)
    _ = update(&model, .mouse(click))
    #expect(model.input.prompt?.purpose == .parameter(.noise) && model.input.prompt?.text == "0.5")
  }

  @Test("Where parameters are not to be seen, the footer says what has become of them")
  func fullScreen() throws {
    var model = try Model.laboratory(columns: 120, rows: 40)
    model.press(.character("z"), .character("l"))
    #expect(model.screenRows().last?.contains("D 2000") == true)
  }

  @Test("Tabs of all screens fit, however they are written", arguments: [40, 60, 80, 100, 120])
  func tabs(columns: Int) {
    var model = GridSweep.model(columns: columns, rows: 24)
    let rect = Rect(x: 0, y: 1, width: columns, height: 2)
    for screen in Screen.allCases {
      model.screens.resume(screen)
      let tabs = ScreenTabs(model, in: rect).tabs
      #expect(tabs.count == Screen.allCases.count && tabs.allSatisfy { $0.place.maxX <= columns })
      #expect(zip(tabs, tabs.dropFirst()).allSatisfy { $0.place.maxX == $1.place.x })
      #expect(tabs.first { $0.screen == screen }?.title.isEmpty == false)
    }
    // A filter is seen with its count, whatever becomes of the titles.
    model.view.filter = "alpha>1"
    #expect(columns < 80 || model.screenRows()[1].contains("filter: alpha>1  25 of 25"))
  }
}
