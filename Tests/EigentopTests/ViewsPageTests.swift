import AnalysisEngine
import AnalysisStore
import ChartCells
import DashboardFixtures
import Foundation
import FrameSnapshots
import Spectra
import SystemPackage
import TerminalCells
import Testing

@testable import Dashboard
@testable import eigentop

extension SampleDataTests {
  @Suite("The page of views")
  struct ViewsPageTests {
    /// What is selected, marked before, and which keys lead to the view: in the order of the page.
    private static let views: [(selected: String, marked: [String], keys: String)] = [
      (good, [], ""),
      (good, [white, collapsed], "2"),
      (good, [], "2vv"),
      (good, [], "3"),
      (good, [], "3\t\t\t"),
      (good, [], "4"),
      (good, [collapsed], "5ih"),
      ("layers_supervised/block3/features_epoch_008.npy", [], "6"),
    ]
    private static let good = "lambd_0.004000_pdim_128/features_epoch_008.npy"
    private static let white = "untrained/features_epoch_000.npy"
    private static let collapsed = "lambd_0.000000_pdim_1_wd_1/features_epoch_008.npy"
    private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    private static let page = root.appending(path: "Sources/eigentop/Documentation.docc/Views.md")

    @Test("Every capture is what the program draws of the sample data")
    func captures() async throws {
      var configuration = AnalysisEngine.Configuration(workerCount: 2)
      let store = AnalysisStore(
        .directory(FilePath(SampleDataTests.results.path).appending("eigentop")), sizeLimit: 1 << 30
      ) { Issue.record("\($0)") }
      configuration.store = store
      let outcome = await HeadlessAnalysis.analyse(
        [FilePath(Self.root.appending(path: "SampleData").path)], configuration: configuration, keepSpectra: true)
      #expect(outcome.items.count > 50 && outcome.unfinishedCount == 0)
      let frames = try Self.views.map { try frame($0.selected, $0.marked, $0.keys, outcome.items) }
      if isRecordingSnapshots {
        let page = try String(contentsOf: Self.page, encoding: .utf8)
        try CapturesInText(page).replacing(with: frames).write(to: Self.page, atomically: true, encoding: .utf8)
      }
      let captures = CapturesInText(try String(contentsOf: Self.page, encoding: .utf8)).captures
      #expect(captures.count == frames.count)
      for (index, frame) in frames.enumerated() where captures.indices.contains(index) {
        // The processors' sums differ in their last bits, and so may a dot.
        let differing = FrameLikeness(captures[index], CapturesInText.lines(of: frame)).differingRows
        #expect(differing.isEmpty, "view \(index + 1), rows \(differing)")
      }
    }

    private func frame(
      _ selected: String, _ marked: [String], _ keys: String, _ items: [HeadlessAnalysis.Item]
    ) throws -> CellBuffer {
      var model = Model(title: "SampleData", columns: 120, rows: 34)
      let time = SampleSweep.time
      for item in items { _ = update(&model, .engine(.finished(item.record), at: time)) }
      _ = update(&model, [.engine(.discovered, at: time), .engine(.idle, at: time)])
      func item(_ name: String) throws -> HeadlessAnalysis.Item {
        try #require(items.first { "\($0.record.id)".hasSuffix(name) }, "\(name)")
      }
      for name in marked {
        model.select(try item(name).record.id)
        answer(update(&model, .key(.character(" "))), items, &model)
      }
      model.select(try item(selected).record.id)
      // Selecting is no key; what follows settles the screen.
      answer(update(&model, .key(.control("l"))), items, &model)
      for key in keys { answer(update(&model, .key(key == "\t" ? .tab : .character(key))), items, &model) }
      var buffer = CellBuffer(width: 120, height: 34)
      render(model, Appearance(theme: ResolvedTheme(.monochrome, depth: .none), canvas: .braille), into: &buffer)
      return buffer
    }

    /// Gives the dashboard the spectra that it asks for.
    private func answer(_ effects: [Effect], _ items: [HeadlessAnalysis.Item], _ model: inout Model) {
      for case .loadSpectra(let id) in effects {
        let spectrum = items.first { $0.record.id == id }?.spectrum
        answer(update(&model, .spectraLoaded(id, spectrum.map { DumpSpectra($0) })), items, &model)
      }
    }
  }
}
