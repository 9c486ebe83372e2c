import Charts
import Figures
import Goldilocks
import Testing

@Suite("Replays of the selection as charts")
struct SelectionFigureTests {
  private func replay() throws -> SelectionReplay {
    let keys = (0..<45).map { (index: Int) -> Double in 0.4 + 0.04 * Double(index) }
    let accuracies = keys.map { (key: Double) -> Double in 80 - 10 * (key - 1.2) * (key - 1.2) }
    return try #require(
      SelectionReplay(
        SelectionReplay.Setting(keys: keys, accuracies: accuracies, parallel: 10, shuffleCount: 50, tolerance: 1)))
  }

  private func points(_ chart: Chart, _ name: String) throws -> [DataPoint] {
    try #require(chart.marks.first { $0.name == name }).dataPoints
  }

  @Test("The probability of a probe is 1 in the first step and stands at one over the step")
  func probability() throws {
    let replay = try replay()
    let chart = SelectionFigures(replay, key: "α").probability
    let points = try points(chart, "α")
    let steps: [Double] = [1, 2, 3, 4, 5]
    #expect(points.map { 1 / $0.x } == steps)
    #expect(points.first?.y == 1 && points.dropFirst().allSatisfy { $0.y < 1 })
    // The last batch has five models.
    let last = try #require(points.last)
    #expect(last.y == replay.selection.probesPerStep[4] / 5)
    #expect(chart.legend.map(\.label) == ["α", "shuffled α", "1/step"])
  }

  @Test("Probes add up to their mean, over as many models as there are, under the line of all")
  func growth() throws {
    let replay = try replay()
    let chart = SelectionFigures(replay, key: "α").growth
    let points = try points(chart, "α")
    #expect(points.map(\.x) == [10, 20, 30, 40, 45])
    let end = try #require(points.last)
    #expect(abs(end.y - replay.selection.probesMean) < 1e-9)
    #expect(points.dropFirst().allSatisfy { $0.y < $0.x })
    #expect(chart.marks.contains { $0.role == .fit } && chart.legend.contains { $0.label.hasSuffix("M·Σ1/s") })
  }

  @Test("What it finds stands beside chance, and a key that knows nothing does not look like one that does")
  func findings() throws {
    let replay = try replay()
    let lines = replay.findings(key: "α").map(\.text)
    #expect(lines[0].hasSuffix("M = 10, 50 shuffles") && lines[0].contains("of 45 models"))
    for name in ["by α", "at random", "by shuffled α"] { #expect(lines.contains { $0.hasPrefix("\(name): ") }) }
    #expect(!lines.contains { $0.hasPrefix("successive halving") })
    #expect(lines.last?.hasPrefix("α loses less than chance here") == true)
    let useless = try #require(
      SelectionReplay(
        SelectionReplay.Setting(
          keys: [2, 1, 4, 3], accuracies: [5, 5, 5, 5], parallel: 2, shuffleCount: 5, tolerance: 1)))
    #expect(useless.findings(key: "α").last?.text == "α is worth as much as chance here")
  }
}
