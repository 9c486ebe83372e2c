import CAllocationCount
import ChartCells
import DashboardFixtures
import Spectra
import TerminalCells
import Testing

@testable import Dashboard

@Suite("Memory that a frame asks for")
struct AllocationTests {
  private static let (columns, rows) = (200, 60)
  /// Code that was not optimised allocates for every loop and closure; then only what is gross is seen. `make bench` holds what is
  /// optimised to the limit, too.
  private static var limit: UInt {
    #if DEBUG
      UInt(columns * rows * 8)
    #else
      UInt(columns * rows / 2)
    #endif
  }

  /// Of one frame into a buffer that is there, after a first one that makes what is made once. The count is that of this thread.
  private func allocations(_ model: Model, _ canvas: ChartCanvas) -> UInt {
    let appearance = Appearance(theme: ResolvedTheme(.monochrome, depth: .none), canvas: canvas)
    var buffer = CellBuffer(width: Self.columns, height: Self.rows)
    render(model, appearance, into: &buffer)
    let before = eigentop_allocation_count()
    render(model, appearance, into: &buffer)
    return eigentop_allocation_count() - before
  }

  @Test("What is counted is what is allocated, wherever an allocator can be counted at all")
  func counted() {
    let before = eigentop_allocation_count()
    let arrays = (1...100).map { [Int](repeating: $0, count: $0) }
    let counted = eigentop_allocation_count() - before
    #expect(arrays.count == 100 && (counted == 0 || counted >= 100))
  }

  @Test(
    "A table that fills the screen is drawn without an allocation for every cell",
    arguments: ChartCanvas.allCases)
  func table(canvas: ChartCanvas) {
    var model = LargeSweep(runCount: 5, checkpointCount: 20).model(columns: Self.columns, rows: Self.rows)
    model.press(.pageDown)
    #expect(allocations(model, canvas) < Self.limit)
  }

  @Test(
    "A chart of many spectra is drawn without an allocation for every cell",
    arguments: ChartCanvas.allCases)
  func spectra(canvas: ChartCanvas) {
    let sweep = LargeSweep(runCount: 20, checkpointCount: 1)
    var model = sweep.model(columns: Self.columns, rows: Self.rows)
    for record in sweep.records {
      let spectra = GridSweep.spectra(alpha: record.alpha ?? 1)
      _ = update(&model, .spectraLoaded(record.id, spectra))
    }
    model.press(.character("a"), .character("2"))
    #expect(model.charts.figures.first?.dumps.count == 20)
    #expect(allocations(model, canvas) < Self.limit)
  }
}
