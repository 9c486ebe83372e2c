import Analysis
import ChartCells
import Charts
import DashboardFixtures
import Figures
import FrameSnapshots
import SystemPackage
import TerminalCells
import Testing

@testable import Dashboard

@Suite("Exporting what is on the screen")
struct ExportKeyTests {
  private func open(_ screen: Character, columns: Int = 120, rows: Int = 40) -> Model {
    var model = GridSweep.model(columns: columns, rows: rows)
    model.press(.character(screen))
    return model
  }

  @Test("e lists charts, the table and the screen; Enter asks where, Enter again writes")
  func way() throws {
    var model = open("3")
    model.press(.character("e"))
    #expect(model.screenRows().contains { $0.contains("chart as SVG") })
    model.press(.enter)
    let prompt = try #require(model.input.prompt)
    #expect(prompt.text.hasPrefix("eigentop-scatter") && prompt.text.hasSuffix("-001.svg"))
    let effects = update(&model, .key(.enter))
    #expect(effects == [.export(ExportRequest.chart(.svg), to: prompt.text, replaces: false)])
    #expect(model.input.prompt == nil)
  }

  @Test("What was exported last is proposed first")
  func last() {
    var model = open("3")
    model.press(.character("e"))
    model.typeText("latex")
    model.press(.enter, .escape, .character("e"))
    let picker = Picker(model, .export, filter: "")
    #expect(picker.items[model.input.overlays.last?.selection ?? 0].choice == .export(ExportRequest.table(.tex)))
  }

  @Test("A name that ends otherwise is no file of this kind")
  func suffix() {
    var model = open("3")
    model.press(.character("e"), .enter)
    model.typeText("x")
    #expect(update(&model, .key(.enter)).isEmpty)
    #expect(model.input.prompt?.error?.reason == "write a name that ends in .svg")
  }

  @Test("A file that is there is replaced by Enter once more, and by no other name")
  func replacing() {
    var model = open("3")
    let request = ExportRequest.chart(.svg)
    _ = update(&model, .exportExists(request, named: "a.svg"))
    #expect(model.input.prompt?.error != nil && model.input.prompt?.text == "a.svg")
    var other = model
    other.press(.control("u"))
    other.typeText("b.svg")
    #expect(update(&other, .key(.enter)) == [.export(request, to: "b.svg", replaces: false)])
    #expect(update(&model, .key(.enter)) == [.export(request, to: "a.svg", replaces: true)])
  }

  @Test("The path is told, and the folder kept for the next file")
  func folder() {
    var model = open("3")
    let effects = update(&model, .exported(named: "~/plots/a.svg", path: "/home/me/plots/a.svg", isPathCopied: true))
    #expect(model.input.notice?.text == "/home/me/plots/a.svg written, the path copied")
    #expect(effects.contains(.keep(.exportFolder("~/plots/"))))
    model.press(.character("e"), .enter)
    #expect(model.input.prompt?.text.hasPrefix("~/plots/eigentop-scatter") == true)
    #expect(
      !update(&model, .exported(named: "~/plots/b.svg", path: "b", isPathCopied: false)).contains { effect in
        if case .keep = effect { true } else { false }
      })
  }

  @Test("There is no table as a picture, and no screen as numbers")
  func impossible() {
    #expect(ExportRequest(.table, as: .svg) == nil && ExportRequest(.screen, as: .csv) == nil)
    for request in ExportRequest.all {
      let format = ExportRequest.Format(rawValue: request.suffix)
      #expect(format.flatMap { ExportRequest(request.subject, as: $0) } == request)
    }
  }

  @Test("Without a chart there are the table and the screen")
  func withoutChart() {
    var model = Model(title: "runs", columns: 80, rows: 24)
    model.press(.character("e"))
    let choices = Picker(model, .export, filter: "").items.map(\.choice)
    #expect(choices.contains(.export(ExportRequest.screen(.ansi))) && choices.contains(.copyTable))
    #expect(!choices.contains(.export(ExportRequest.chart(.svg))) && !choices.contains(.copyChart))
  }

  @Test("The chart in cells is as large as on the screen, with all it says below")
  func cells() throws {
    let model = open("3", columns: 80, rows: 24)
    let figure = try #require(model.exportedFigure)
    let appearance = Appearance(theme: ResolvedTheme(.monochrome, depth: .none))
    let cells = try #require(model.exportedCells(appearance))
    let text = (0..<cells.height).map { cells.text(row: $0) }.joined()
    for finding in figure.findings { #expect(text.contains(finding.phrases[0])) }
    #expect(figure.findings.count > 1)
  }

  @Test("The table has the dumps that the filter lets through, in their order, with the columns that are chosen")
  func table() throws {
    var model = open("1")
    model.press(.character("/"))
    model.typeText("epoch=8")
    model.press(.enter)
    let table = model.exportedTable
    #expect(table.rows.count == model.dumps.count - model.dumps.hiddenCount && !table.rows.isEmpty)
    #expect(
      table.columns.map(\.name) == [
        "run", "path", "sampleCount", "featureCount", "alpha", "alphaStandardError", "rSquared", "effectiveRank",
        "accuracy",
      ])
    let alphas = table.rows.map(\.[4].value)
    #expect(
      alphas
        == model.shownDumps.map { id in
          model.dumps[Dump.ID(FilePath(id))].flatMap { $0.record.alpha }.map(DataTable.Cell.Value.number) ?? .missing
        })
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
  }

  @Test("A file says what it was made of: directory, filter, estimator and ranks")
  func provenance() {
    var model = open("3")
    model.view.filter = "epoch=8"
    let parts = Dictionary(uniqueKeysWithValues: model.provenance(of: .chart).map { ($0.name, $0.value) })
    #expect(parts["filter"] == "epoch=8" && parts["estimator"] == "weighted" && parts["ranks"] == "11...100")
    #expect(parts["screen"] == "scatter" && parts["directory"] != nil && parts["dump"] == nil)
  }
}

@Suite("A look without keys")
struct ChartViewTests {
  @Test("Every name shows its charts", arguments: [ChartView.Name.scatter, .landscape, .timeline, .selection])
  func names(_ name: ChartView.Name) throws {
    var model = GridSweep.model(columns: 120, rows: 40)
    try model.show(ChartView(name))
    _ = update(&model, [])
    #expect(model.exportedFigure != nil && model.screen == name.screen)
  }

  @Test("It is what keys would show: axes, filter, marks and zoom")
  func same() throws {
    var view = ChartView(.scatter)
    (view.x, view.color, view.filter) = ("effectiveRank", "none", "epoch=8")
    view.framing.xKind = .logarithmic
    var model = GridSweep.model(columns: 120, rows: 40)
    try model.show(view)
    _ = update(&model, [])
    let figure = try #require(model.exportedFigure)
    #expect(figure.chart.xAxis.title == "effective rank" && figure.chart.xAxis.scale.kind == .logarithmic)
    #expect(model.dumps.hiddenCount > 0)
  }

  @Test("What means nothing here is refused with what there is")
  func refusals() throws {
    func refusal(_ change: (inout ChartView) -> Void) -> String {
      var (model, view) = (GridSweep.model(columns: 120, rows: 40), ChartView(.scatter))
      change(&view)
      do throws(ChartView.Refusal) {
        try model.show(view)
        return ""
      } catch { return error.description }
    }
    #expect(refusal { $0.x = "alhpa" }.contains("no dump has alhpa; there are"))
    #expect(refusal { $0.filter = "foo>1" }.hasPrefix("filter: "))
    #expect(refusal { $0.dump = "nowhere.npy" } == "no dump has a path that ends in nowhere.npy")
    #expect(refusal { $0.marked = ["features_epoch_8.npy"] }.contains("write more of it"))
    #expect(refusal { $0.columns = ["alpha", "N×D"] } == "")
  }
}
