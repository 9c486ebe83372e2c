import Analysis
import ChartCells
import Charts
import NumericalTesting
import Spectra
import SystemPackage
import TerminalCells
import DashboardFixtures
import Testing

@testable import Dashboard

@Suite("Anything in any order")
struct ChaosTests {
  @Test(
    "Ten thousand random keys, sizes and updates neither trap nor draw outside of the buffer",
    arguments: [UInt64](1...4))
  func monkeys(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var model = SampleSweep.model(columns: 80, rows: 24)
    for step in 0..<2_500 {
      let effects = update(&model, action(&generator))
      for effect in effects where Bool.random(using: &generator) { model.answer(effect) }
      guard step % 10 == 0 else { continue }
      let canvas = ChartCanvas.allCases[step / 10 % 3]
      let frame = model.frame(canvas: canvas)
      #expect(frame.cells.count == model.columns * model.rows)
      // The buffer is exact: every wide character has its second half, and no half stands alone.
      let halves = zip(frame.cells, frame.cells.dropFirst()).allSatisfy { left, right in
        ((left.character?.displayWidth ?? 0) == 2) == right.isContinuation
      }
      #expect(halves && frame.cells.first?.isContinuation != true)
    }
  }

  private func action(_ generator: inout SeededGenerator) -> Action {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0:
      .resized(columns: Int.random(in: 0...220, using: &generator), rows: Int.random(in: 0...70, using: &generator))
    case 1..<4: .engine(engineUpdate(&generator), at: SampleSweep.time)
    default: .key(key(&generator))
    }
  }

  private func key(_ generator: inout SeededGenerator) -> KeyEvent {
    let bound = Keymap.bindings.flatMap(\.keys).filter { $0 != .control("c") }
    let others: [KeyEvent] = [
      .tab, .insert, .delete, .function(7), .alt(.character("q")), .character("漢"), .character("é"),
    ]
    let keys = Bool.random(using: &generator) ? bound : bound + others + "0123456789. x".map(KeyEvent.character)
    return keys.randomElement(using: &generator) ?? .escape
  }

  private func engineUpdate(_ generator: inout SeededGenerator) -> EngineUpdate {
    let runs = ["lambd_0.1_pdim_8", "漢字の名前", "e\u{301}\u{1b}[2J", String(repeating: "long", count: 40), ""]
    let run = runs.randomElement(using: &generator) ?? ""
    let dump = Dump(
      path: FilePath("\(run)/\(Int.random(in: 0..<9, using: &generator)).npy"), run: run,
      checkpoint: Bool.random(using: &generator) ? Checkpoint(epoch: Int.random(in: 0..<9, using: &generator)) : nil,
      metrics: ["probe_acc": Metric(value: Double.random(in: -1e300...1e300, using: &generator), join: .lastOfRun)])
    let alpha = Double.random(in: -3...9, using: &generator)
    let record = AnalysisRecord(
      dump: dump, shape: SampleSweep.shape, spectra: DumpSpectra(SampleSweep.spectrum(alpha: alpha)),
      settings: FitSettings(), nonFiniteRows: 2)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return .queued(AnalysisRecord(dump: dump, shape: SampleSweep.shape))
    case 1: return .progressed(dump.id, rows: Int.random(in: 0...9_999, using: &generator), perSecond: 10)
    case 2: return .finished(AnalysisRecord(dump: dump, failure: AnalysisFailure(code: "x", message: "\u{9b} why 漢字")))
    case 3: return .refitted(record)
    case 4: return .problem(run)
    case 5: return .previewed(record)
    case 6: return .refined(record)
    default: return .finished(record)
    }
  }
}
