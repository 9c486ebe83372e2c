import Analysis
import Charts
import DashboardFixtures
import Figures
import Goldilocks
import Testing

@testable import Dashboard

@Suite("One odd dump among many")
struct OddDumpTests {
  private typealias Case = (oddity: OddSweep.Oddity, place: OddSweep.Place)

  private static let cases: [Case] = OddSweep.Oddity.allCases.flatMap { oddity in
    OddSweep.Place.allCases.map { (oddity, $0) }
  }

  /// What a figure says, whatever place its dumps have in lists.
  private struct Shown: Equatable {
    var chart: Chart
    var subjects: [[Dump.ID]]

    init(_ figure: Figure) {
      chart = figure.chart
      subjects = figure.chart.marks.map { mark in mark.subjects.map { figure.dumps[$0] } }
      for index in chart.marks.indices { chart.marks[index].subjects = [] }
    }
  }

  /// Numbers of models may be others, and so may what is left out.
  private func withoutCounts(_ text: String) -> String {
    text.replacing(/\d+ models|n = \d+/, with: "#").replacing(/^\d+ dumps? (.*left out:).*/) { "\($0.1)" }
  }

  private func expectSame(_ found: [Figure], _ expected: [Figure], _ odd: AnalysisRecord, _ comment: Comment) {
    #expect(found.map(\.chart.title) == expected.map(\.chart.title), comment)
    for (found, expected) in zip(found, expected) {
      #expect(Shown(found) == Shown(expected), "\(comment): \(expected.chart.yAxis.title)")
      let (told, texts) = (Set(found.findings.map { withoutCounts($0.text) }), expected.findings.map(\.text))
      for text in texts where !told.contains(withoutCounts(text)) {
        #expect(Bool(false), "\(comment): \(expected.chart.yAxis.title): \(text) has become one of \(told)")
      }
      for text in told.subtracting(texts.map(withoutCounts)) {
        #expect(text.contains(odd.dump.nameInRun) || text.hasSuffix("left out:"), "\(comment): \(text)")
      }
    }
  }

  @Test("It changes no axis, no number and no message about the others, on any screen and in any export")
  func screens() throws {
    let views = ChartView.Name.allCases.filter { ![.crossCorrelation, .laboratory, .replay].contains($0) }
    for name in views {
      for selection in ModelSelection.allCases {
        var view = ChartView(name)
        view.models = selection
        var before = OddSweep.model()
        try before.show(view)
        before.settleCharts()
        #expect(!name.screen.comparesModels || !before.charts.figures.isEmpty, "\(name)")
        for (oddity, place) in Self.cases {
          let odd = OddSweep.odd(oddity, place)
          var model = OddSweep.model(with: odd)
          try model.show(view)
          model.settleCharts()
          let comment: Comment = "\(oddity), \(place), \(name), \(selection)"
          #expect(model.selected?.id == before.selected?.id, comment)
          #expect(model.absence == before.absence, comment)
          expectSame(model.charts.figures, before.charts.figures, odd, comment)
        }
      }
    }
  }

  @Test("It changes no correlation, no order and no selection of the others")
  func commands() {
    let (records, alpha) = (OddSweep.records, Quantity(named: "alpha"))
    func accuracy(_ records: [AnalysisRecord]) -> Quantity? {
      AccuracyMetric.commonestAccuracy(of: records).map(Quantity.init)
    }
    func correlation(_ records: [AnalysisRecord], _ selection: ModelSelection) -> Correlation? {
      guard let y = accuracy(records) else { return nil }
      let models = records.sweepModels(selection, having: [alpha, y])
      return Correlation(
        .spearman, of: models.compactMap { $0.value(of: alpha) }, with: models.compactMap { $0.value(of: y) })
    }
    func order(_ records: [AnalysisRecord], without odd: Dump.ID?) -> [Dump.ID] {
      let models = records.sweepModels(.lastCheckpoints, having: [alpha])
      let places = OrderedValues(models.map { $0.value(of: alpha) ?? .nan }, toward: nil).places
      return places.map { models[$0.index].representative.id }.filter { $0 != odd }
    }
    func replay(_ records: [AnalysisRecord]) -> SelectionReplay.Setting {
      SelectionCandidates(records, key: alpha, accuracy: nil, selection: .joinedSeeds)
        .replaySetting(of: records, parallel: 4, shuffleCount: 10, tolerance: 1)
    }
    func plan(_ records: [AnalysisRecord]) -> [Dump.ID] {
      let candidates = SelectionCandidates(records, key: alpha, accuracy: nil, selection: .joinedSeeds)
      return SelectionBoard(candidates, parallel: 4).rows.map { candidates.models[$0.place].representative.id }
    }
    #expect(correlation(records, .lastCheckpoints)?.count == 20)
    #expect(!replay(records).earlier.isEmpty)
    for (oddity, place) in Self.cases {
      let odd = OddSweep.odd(oddity, place)
      let comment: Comment = "\(oddity), \(place)"
      for records in [[odd] + records, records + [odd]].map({ $0.filter { $0.failure == nil } }) {
        #expect(accuracy(records) == accuracy(OddSweep.records), comment)
        for selection in ModelSelection.allCases {
          #expect(correlation(records, selection) == correlation(OddSweep.records, selection), comment)
        }
        #expect(order(records, without: odd.id) == order(OddSweep.records, without: nil), comment)
        #expect(replay(records) == replay(OddSweep.records), comment)
        #expect(plan(records) == plan(OddSweep.records), comment)
      }
    }
  }
}
