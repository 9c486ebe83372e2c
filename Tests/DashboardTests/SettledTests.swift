import Analysis
import DashboardFixtures
import Figures
import NumericalTesting
import Spectra
import SystemPackage
import TerminalCells
import Testing

@testable import Dashboard

@Suite("What is kept from action to action")
struct SettledTests {
  @Test(
    "Rows, filter and charts are after anything what they would be if they were found anew", arguments: [UInt64](1...4))
  func asIfAnew(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var model = GridSweep.model(columns: 150, rows: 45)
    for _ in 0..<300 {
      _ = update(&model, (0..<Int.random(in: 1...3, using: &generator)).map { _ in action(&generator) })
      let rows = model.table.rows(of: model.dumps)
      #expect(rows == freshRows(model))
      let index = model.table.selectedIndex(in: rows)
      #expect(index == (model.table.selection.flatMap(rows.firstIndex(of:)) ?? (rows.isEmpty ? nil : 0)))
      #expect(Set(model.dumps.runs.flatMap(\.entries).filter(\.isHidden).map(\.id)) == leftOut(model))
      #expect(model.dumps.hiddenCount == leftOut(model).count)

      var anew = model
      anew.charts = OpenCharts()
      anew.settleCharts()
      #expect(anew.charts.figures == model.charts.figures)
      if model.screen.comparesModels { #expect(anew.charts.data.records == model.charts.data.records) }
    }
  }

  @Test("Walking from run to run makes the curves over training that a timeline of these records makes")
  func timeline() throws {
    var model = GridSweep.model(columns: 150, rows: 45)
    model.press(.character("5"))
    for _ in 0..<12 {
      model.press(.down)
      let selected = try #require(model.selected?.record.dump)
      let groups = Dictionary(grouping: model.charts.data.records.indices) { index in
        [model.charts.data.records[index].dump.run, model.charts.data.records[index].dump.layer ?? ""]
      }.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
      let series = groups.map { places in
        let records = places.map { model.charts.data.records[$0] }
        return RecordSeries(
          title: records[0].dump.run + (records[0].dump.layer.map { " \($0)" } ?? ""), records: records,
          isFocused: records.contains { $0.id == selected.id })
      }
      let sorted = series.filter(\.isFocused) + series.filter { !$0.isFocused }
      let expected = TimelineFigure(sorted, quantity: Quantity(named: "alpha")).figure
      #expect(model.charts.figures.first == expected && expected != nil)
    }
  }

  /// The lines of the table, by way of every dump.
  private func freshRows(_ model: Model) -> [ModelsTable.Row] {
    let hidden = leftOut(model)
    return model.table.order.sorted(model.dumps.runs).flatMap { run -> [ModelsTable.Row] in
      let shown = run.dumps.filter { !hidden.contains($0) }.map(ModelsTable.Row.dump)
      if run.dumps.count == 1 { return shown }
      if shown.isEmpty { return [] }
      return [.run(run.id)] + (model.table.folded.contains(run.id) ? [] : shown)
    }
  }

  /// What the filter leaves out, asked dump by dump.
  private func leftOut(_ model: Model) -> Set<Dump.ID> {
    guard let filter = try? DumpFilter(model.filterText) else { return [] }
    let ids = model.dumps.runs.flatMap(\.dumps)
    return Set(
      ids.filter { id in
        guard let entry = model.dumps[id] else { return false }
        return !filter.matches(
          entry.record,
          DumpFilter.Context(isPinned: model.view.pinned == id, isMarked: model.view.marked.contains(id)))
      })
  }

  private func action(_ generator: inout SeededGenerator) -> Action {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: .engine(.vanished(record(&generator).id), at: SampleSweep.time)
    case 1: .engine(.queued(record(&generator)), at: SampleSweep.time)
    case 2: .engine(.progressed(record(&generator).id, rows: 7, perSecond: 1), at: SampleSweep.time)
    case 3, 4: .engine(.finished(record(&generator)), at: SampleSweep.time)
    case 5: .key("/ep8marked-|3 >alpha".map(KeyEvent.character).randomElement(using: &generator) ?? .escape)
    default: .key(Self.keys.randomElement(using: &generator) ?? .escape)
    }
  }

  private static let keys: [KeyEvent] =
    "jkhlgGsarS 334456iA+=aVpuvv1zXYXYC".map(KeyEvent.character) + [.enter, .escape, .backspace, .tab, .down, .down]

  private func record(_ generator: inout SeededGenerator) -> AnalysisRecord {
    var record = GridSweep.records.randomElement(using: &generator) ?? GridSweep.record(0, 0, epoch: 1)
    // It may have moved to another run, or to another epoch.
    if Int.random(in: 0..<4, using: &generator) == 0 {
      record.dump.run = GridSweep.run(0, Int.random(in: 0..<3, using: &generator))
      record.dump.checkpoint = Checkpoint(epoch: Int.random(in: 1...9, using: &generator))
    }
    return record
  }
}
