import Analysis
import Charts
import DashboardFixtures
import Figures
import Testing

@Suite("Models ranked by several accuracies")
struct ModelRankingTests {
  private static let accuracies = ["probe_acc", "shifted_acc"]

  /// The grid with a second accuracy, which rises with α; the model in the first cell has none.
  private static let records = GridSweep.records.map { record in
    var record = record
    guard record.dump.checkpoint?.epoch == 8, record.dump.layer == nil, let alpha = record.alpha,
      record.dump.run != GridSweep.run(0, 0)
    else { return record }
    record.dump.metrics["shifted_acc"] = Metric(value: (100 * alpha).rounded() / 10, join: .checkpoint)
    return record
  }

  /// The rank of a value by counting: those above, and half of its equals.
  private func rank(of value: Double, among values: [Double]) -> Double {
    let above = values.count { $0 > value }
    let equal = values.count { $0 == value }
    return Double(above) + Double(equal + 1) / 2
  }

  @Test("A model's mean rank is that of counting, among the models that have all accuracies")
  func ranks() throws {
    let ranking = ModelRanking(Self.records, over: Self.accuracies, selection: .lastCheckpoints)
    let ranked = Self.records.filter { $0.dump.metrics["shifted_acc"]?.join == .checkpoint }
    #expect(ranking.rankedCount == ranked.count && ranked.count == 9)
    #expect(ranking.leftOutCount == 1)
    for record in ranking.records {
      let found = Quantity.meanRank.value(of: record)
      guard ranked.contains(where: { $0.id == record.id }) else {
        #expect(found == nil)
        continue
      }
      let ranks: [Double] = try Self.accuracies.map { name in
        let values = ranked.compactMap { $0.quantity(named: name) }
        let own = try #require(record.quantity(named: name))
        return rank(of: own, among: values)
      }
      let expected = (ranks[0] + ranks[1]) / 2
      #expect(found == expected)
    }
  }

  @Test("How it is made is said: by what, among how many, and how many are left out")
  func finding() {
    let ranking = ModelRanking(Self.records, over: Self.accuracies, selection: .lastCheckpoints)
    let text = "mean rank among 9 by 2 accuracies: probe_acc, shifted_acc; 1 left out that lacks one"
    #expect(ranking.finding.text == text)
  }

  @Test("Among all checkpoints, what is only known of the end of a run ranks none of them")
  func allCheckpoints() {
    let ranking = ModelRanking(GridSweep.records, over: ["probe_acc"], selection: .allCheckpoints)
    #expect(ranking.rankedCount == 10 && ranking.leftOutCount == 0)
  }

  @Test("Of a rank less is better, and the words say which way that is", arguments: [true, false])
  func words(isRankOnY: Bool) throws {
    let ranking = ModelRanking(Self.records, over: ["shifted_acc"], selection: .lastCheckpoints)
    let alpha = Quantity(named: "alpha")
    let figure = try #require(
      ScatterFigure(
        ranking.records, x: isRankOnY ? alpha : .meanRank, y: isRankOnY ? .meanRank : alpha, remarks: [ranking.finding]
      ).figure)
    #expect(figure.findings[1] == ranking.finding)
    let spearman = try #require(figure.findings.first { $0.text.hasPrefix("Spearman") })
    // The more α, the higher the accuracy, the lower the number of the rank.
    #expect(spearman.text.contains("ρ −1.00") && spearman.text.hasSuffix("negative, better with more α"))
    let axis = isRankOnY ? figure.chart.yAxis : figure.chart.xAxis
    #expect(axis.title == "mean rank (1 is best)")
  }

  @Test("The better half of the zone is that of the low ranks")
  func zone() throws {
    let ranking = ModelRanking(Self.records, over: ["shifted_acc"], selection: .lastCheckpoints)
    let figure = try #require(ScatterFigure(ranking.records, x: Quantity(named: "alpha"), y: .meanRank).figure)
    let bounds = figure.chart.marks.compactMap { mark -> (Double, Double)? in
      if case .xBand(let from, let to) = mark.shape { (from, to) } else { nil }
    }
    let zone = try #require(bounds.first)
    let alphas = ranking.records.filter { Quantity.meanRank.value(of: $0) != nil }.compactMap(\.alpha).sorted()
    // The best four of nine have the greatest α, beyond which there is none.
    #expect(zone.0 == alphas[5] && zone.1 == .infinity)
  }

  @Test("The best cell of a landscape of ranks is the lowest")
  func landscape() throws {
    let ranking = ModelRanking(Self.records, over: ["shifted_acc"], selection: .lastCheckpoints)
    let figure = try #require(
      LandscapeFigure(
        ranking.records, x: Quantity(named: "pdim"), y: Quantity(named: "lambd"), value: .meanRank
      ).figure)
    guard case .cells(let cells)? = figure.chart.marks.first?.shape, let best = cells.best else {
      Issue.record("no best cell")
      return
    }
    #expect(cells.values[best] == cells.values.compactMap { $0 }.min())
  }
}
