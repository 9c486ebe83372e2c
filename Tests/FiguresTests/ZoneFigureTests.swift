import Analysis
import Charts
import DashboardFixtures
import Figures
import Goldilocks
import Testing

@Suite("The zone on the scatter")
struct ZoneFigureTests {
  private let alpha = Quantity(named: "alpha")
  private let accuracy = Quantity(named: "probe_acc")

  /// The grid with accuracies of one's own, by α.
  private func figure(_ score: (Double) -> Double) throws -> Figure {
    let records = GridSweep.records.map { record in
      var record = record
      if record.dump.metrics["probe_acc"] != nil, let alpha = record.alpha {
        // Some noise, so that nothing is exact.
        let sum = record.dump.path.string.utf8.reduce(0) { $0 + Int($1) }
        let value = score(alpha) + 0.05 * Double(sum % 7)
        record.dump.metrics["probe_acc"] = Metric(value: value, join: .checkpoint)
      }
      return record
    }
    return try #require(ScatterFigure(records, x: alpha, y: accuracy).figure)
  }

  private func bars(_ figure: Figure, _ role: ChartRole) -> [ErrorBar] {
    figure.chart.marks.filter { $0.role == role }.flatMap { mark in
      if case .errorBars(let bars) = mark.shape { bars } else { [ErrorBar]() }
    }
  }

  @Test("Prior, better half and optimum are three things, drawn apart")
  func apart() throws {
    // The middle of the grid's α.
    let figure = try figure { 80 - 40 * ($0 - 1.03) * ($0 - 1.03) }
    let labels = figure.chart.legend.map(\.label)
    #expect(labels == ["better half", "its bounds, 95 %", "paper's prior α ≈ 1", "parabola and optimum, 95 %"])
    let optimum = try #require(bars(figure, .fit).first)
    #expect(abs(optimum.point.x - 1.03) < 0.03)
    #expect(try #require(optimum.xRange).contains(1.03))
    let verdict = try #require(figure.findings.first { $0.text.hasPrefix("an optimum inside the data: α 1.0") })
    #expect(
      verdict.text.contains("; the paper's prior 1 agrees")
        || verdict.text.contains("; the paper's prior 1 lies outside"))
    let bounds = bars(figure, .zone)
    #expect(bounds.count == 2 && bounds.allSatisfy { $0.xRange?.contains($0.point.x) == true })
    #expect(figure.findings.contains { $0.text.hasPrefix("better half: from α 0.") && $0.text.hasSuffix("400 draws)") })
  }

  @Test("A slope is drawn as a line and called one, with no optimum", arguments: [1.0, -1.0])
  func slope(sign: Double) throws {
    let figure = try figure { 80 + sign * 20 * $0 }
    #expect(bars(figure, .fit).isEmpty)
    #expect(figure.chart.legend.contains { $0.label == "least squares, 95 %" })
    let words =
      "no optimum, a slope: better with \(sign > 0 ? "more" : "less") α as far as there are models, α 0.8 … 1.26"
    #expect(figure.findings.contains { $0.text.hasPrefix(words) && $0.text.hasSuffix("(few models: 10)") })
  }

  @Test("About anything else than α and an accuracy it says nothing")
  func others() throws {
    let figure = try #require(ScatterFigure(GridSweep.records, x: Quantity(named: "train_loss"), y: accuracy).figure)
    #expect(bars(figure, .zone).isEmpty && !figure.findings.contains { $0.text.contains("optimum") })
    let other = try #require(ScatterFigure(GridSweep.records, x: alpha, y: Quantity(named: "train_loss")).figure)
    #expect(!other.chart.marks.contains { $0.role == .zone })
    #expect(other.chart.legend.map(\.label).contains("paper's prior α ≈ 1"))
  }
}
