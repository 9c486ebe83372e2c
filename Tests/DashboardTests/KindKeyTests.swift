import Analysis
import Charts
import DashboardFixtures
import Figures
import TerminalCells
import Testing

@testable import Dashboard

@Suite("Kinds of models under the fingers")
struct KindKeyTests {
  /// The grid, whose rows are of three architectures.
  private func open(_ screen: Character) -> Model {
    var model = Model(title: "kinds", columns: 160, rows: 45)
    let names = ["resnet", "vgg", "vit"]
    for i in GridSweep.lambds.indices {
      for j in GridSweep.widths.indices {
        var record = GridSweep.record(i, j, epoch: 8)
        record.dump.hyperparameters["architecture"] = .text(names[i])
        record.dump.hyperparameters["optimizer"] = .text("adam")
        _ = update(&model, .engine(.finished(record), at: SampleSweep.time))
      }
    }
    _ = update(&model, [.engine(.discovered, at: SampleSweep.time), .engine(.idle, at: SampleSweep.time)])
    model.press(.character(screen))
    return model
  }

  private func choose(_ name: String, with key: Character, in model: inout Model) {
    model.press(.character(key))
    for letter in name { model.press(.character(letter)) }
    model.press(.enter)
  }

  private func names(_ model: Model) -> [String] { model.focusedFigure?.chart.marks.compactMap(\.name) ?? [] }

  @Test("Words may colour the scatter, which then says how it is in each kind and given the kind")
  func color() {
    var model = open("3")
    choose("pdim", with: "C", in: &model)
    #expect(!names(model).contains("vit"))
    choose("architecture", with: "C", in: &model)
    #expect(names(model) == ["resnet", "vgg", "vit"])
    let findings = model.focusedFigure?.findings.map(\.text) ?? []
    #expect(findings.contains { $0.hasPrefix("given architecture (3 kinds, n = 9): ρ ") })
    model.press(.character("u"))
    #expect(!names(model).contains("vit"))
  }

  @Test("On the x axis words make a strip for each kind; a crosshair on it is on a dump")
  func axis() throws {
    var model = open("3")
    choose("architecture", with: "X", in: &model)
    #expect(model.focusedFigure?.chart.xAxis.namedValues.map(\.label) == ["resnet", "vgg", "vit"])
    model.press(.character("i"), .character("l"))
    let place = try #require(model.charts.crosshair?.place)
    #expect(model.selected?.id == model.focusedFigure?.dump(at: place))
  }

  @Test(
    "Words are offered where they mean something: not on the y axis, not in the landscape, and none that are the same")
  func offered() {
    func titles(_ role: Picker.Role, _ screen: Character) -> [String] {
      Picker(open(screen), .quantity(role), filter: "").items.map(\.title)
    }
    #expect(titles(.color, "3").contains("architecture") && titles(.x, "3").contains("architecture"))
    #expect(!titles(.y, "3").contains("architecture") && !titles(.x, "4").contains("architecture"))
    #expect(!titles(.color, "3").contains("optimizer"))
  }
}
