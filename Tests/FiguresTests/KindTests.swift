import Analysis
import Charts
import Figures
import Goldilocks
import Testing

@Suite("Models of several kinds")
struct KindTests {
  private let alpha = Quantity(named: "alpha")
  private let accuracy = Quantity(named: "probe_acc")
  private let architecture = Quantity(named: "architecture")
  private let objective = Quantity(named: "objective")

  private func scatter(_ records: [AnalysisRecord], color: Quantity?) throws -> Figure {
    try #require(ScatterFigure(records, x: alpha, y: accuracy, color: color).figure)
  }

  @Test("Words that differ are kinds, numbers and words that do not are none")
  func kinds() {
    #expect(Quantity.kinds(in: KindSweep.records) == [architecture, objective, Quantity(named: "pretrained")])
    #expect(Quantity.kinds(in: KindSweep.records.filter { $0.dump.run.hasPrefix("vit") }).count == 2)
    #expect(architecture.text(of: KindSweep.records[0]) == "resnet" && alpha.text(of: KindSweep.records[0]) == nil)
  }

  @Test("Points are grouped by words, and what lacks them is no group of its own")
  func groups() throws {
    var records = KindSweep.records
    records[0].dump.hyperparameters["architecture"] = nil
    let marks = try scatter(records, color: architecture).chart.marks.filter { $0.name != nil }
    #expect(marks.compactMap(\.name) == ["resnet", "vgg", "vit", "no architecture"])
    #expect(marks.map(\.dataPoints.count) == [3, 4, 4, 1] && marks[3].role == .dimmed)
  }

  @Test("A relation that is the opposite given the kind is called by its name, in the figure and alone")
  func paradox() throws {
    let findings = try scatter(KindSweep.records, color: architecture).findings
    let paradox = try #require(findings.first { $0.text.hasPrefix("Simpson's paradox:") })
    #expect(paradox.isWarning)
    let models = KindSweep.records.sweepModels(.lastCheckpoints, having: [alpha, accuracy])
    let relation = try #require(GroupedRelation(models, x: alpha, y: accuracy, by: architecture))
    #expect(relation.paradox == paradox && relation.names == KindSweep.architectures && relation.count == 12)
    #expect(relation.spearman.pooled.value > 0.8 && (relation.spearman.within?.value ?? 0) < -0.7)
    #expect(paradox.text.contains("over all 12 models probe_acc is higher with more α"))
    #expect(paradox.text.contains("given architecture it is lower"))
  }

  @Test("No paradox where the kinds have nothing to do with it, within one kind, or without kinds")
  func noParadox() throws {
    for (records, color) in [
      (KindSweep.records, objective), (KindSweep.records.filter { $0.dump.run.hasPrefix("vit") }, architecture),
      (KindSweep.records, nil), (KindSweep.records, alpha),
    ] {
      let findings = try scatter(records, color: color).findings.map(\.text)
      #expect(!findings.contains { $0.contains("Simpson") }, "\(color?.name ?? "none")")
      #expect(findings.contains { $0.hasPrefix("given ") } == (color == objective), "\(color?.name ?? "none")")
    }
  }

  @Test("Kinds are compared at one N × D; models of another are counted and left out")
  func matched() throws {
    var records = KindSweep.records
    for index in 0..<3 { records[index].shape?.sampleCount = 256 }
    let comparison = try #require(
      KindComparison(records, of: Quantity(named: "effectiveRank"), by: architecture))
    #expect(comparison.models.count == 9 && comparison.leftOutCount == 3)
    #expect(comparison.kinds.map(\.summary.count) == [1, 4, 4] && comparison.shape?.description == "512 × 128")
    // A kind of one model takes no part in the test.
    let values = records.map { $0.quantity(named: "effectiveRank") ?? .nan }
    #expect(comparison.difference == GroupDifference([Array(values[4..<8]), Array(values[8..<12])]))
    let warning = try #require(comparison.findings.first { $0.isWarning })
    #expect(warning.text == "3 models of another N × D left out: effective rank depends on both")
    let accuracies = try #require(KindComparison(records, of: accuracy, by: architecture))
    #expect(accuracies.models.count == 12 && accuracies.shape == nil)
    #expect(!accuracies.findings.contains { $0.isWarning })
  }

  @Test("On the chart every kind has its place and name, its models and the interval of their mean")
  func strips() throws {
    let figure = try #require(KindFigure(KindSweep.records, kind: architecture, y: accuracy, color: objective).figure)
    #expect(figure.chart.xAxis.namedValues.map(\.label) == KindSweep.architectures)
    let points = figure.chart.marks.filter { $0.name != nil }
    #expect(points.compactMap(\.name) == KindSweep.objectives)
    for mark in points { #expect(mark.dataPoints.map(\.x) == [1, 2, 3]) }
    let bars = figure.chart.marks.compactMap { mark in
      if case .errorBars(let bars) = mark.shape { bars } else { nil }
    }.flatMap { $0 }
    let means = architectureSummaries.map { $0?.meanInterval }
    #expect(bars.map(\.yRange) == means)
    #expect(figure.findings.contains { $0.text.hasPrefix("probe_acc differs by architecture: F(2, 9) = ") })
    let nothing = KindFigure(KindSweep.records, kind: Quantity(named: "beauty"), y: accuracy).figure
    #expect(nothing == nil)
  }

  private var architectureSummaries: [GroupSummary?] {
    KindSweep.architectures.indices.map { i in
      GroupSummary(KindSweep.objectives.indices.map { KindSweep.accuracy(i, $0) })
    }
  }
}
