import Dashboard
import DashboardFixtures
import Glibc
import NumericalTesting
import Spectra
import TerminalCells

/// One frame of 200×60 cells, over a copy of its cells: of the largest chart and of the longest table.
struct FrameBenchmark {
  let effort: Effort

  private static let spectrumCount = 50
  private static let rankCount = 4096

  /// Drawing allocates for every cell.
  struct AllocationPerCell: Error, CustomStringConvertible {
    let name: String
    let count: Double
    var description: String { "frame \(name): \(count) allocations for a cell" }
  }

  func figures() throws -> [Figure] {
    var spectra = DashboardFrame(Self.spectra)
    var table = DashboardFrame(LargeSweep().model(columns: DashboardFrame.columns, rows: DashboardFrame.rows))
    return try figures("50 spectra", &spectra) + figures("10,000 rows", &table)
  }

  private func figures(_ name: String, _ frame: inout DashboardFrame) throws -> [Figure] {
    let over = Figure(
      "frame \(name)", "200×60 cells drawn / copied", repetitions: effort.repetitions
    ) { frame.overCopy(seconds { frame.draw() }) }
    let allocations = Figure(
      "frame \(name) allocations", "allocations while it is drawn / cells", repetitions: effort.slowRepetitions
    ) { frame.allocationsPerCell() }
    guard allocations.highest < 1 else { throw AllocationPerCell(name: name, count: allocations.highest) }
    return [over, allocations]
  }

  /// The spectrum screen with many spectra over one another, no two the same.
  private static var spectra: Model {
    let records = LargeSweep(runCount: spectrumCount, checkpointCount: 1).records
    var model = LargeSweep(runCount: spectrumCount, checkpointCount: 1)
      .model(columns: DashboardFrame.columns, rows: DashboardFrame.rows)
    var generator = SeededGenerator(seed: 1)
    for (index, record) in records.enumerated() {
      let alpha = 0.7 + 0.02 * Double(index)
      let eigenvalues = (1...rankCount).map { pow(Double($0), -alpha) * (1 + 0.1 * generator.normal()) }
      _ = update(&model, .spectraLoaded(record.id, DumpSpectra(Eigenspectrum(given: eigenvalues))))
    }
    for key: KeyEvent in [.character("a"), .character("2")] { _ = update(&model, .key(key)) }
    return model
  }
}
