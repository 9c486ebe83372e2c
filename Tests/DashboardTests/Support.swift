import Analysis
import ChartCells
import Charts
import Foundation
import Spectra
import SystemPackage
import TerminalCells

@testable import Dashboard

/// A sweep as the engine would report it: a run of three checkpoints, a run of one, one that failed, one that is being
/// computed and one that waits. All spectra are exact power laws of 256 ranks.
struct SampleSweep {
  static let time = ClockTime(hour: 14, minute: 2, second: 31)
  static let good = "lambd_0.004000_pdim_128"
  static let alone = "lambd_0.100000_pdim_64"
  static let broken = "lambd_1.000000_pdim_16"
  static let computing = "lambd_1.000000_pdim_32"
  static let queued = "lambd_1.000000_pdim_64"

  static func runID(_ name: String) -> DumpCollection.Run.ID { DumpCollection.Run.ID(root: "", name: name) }

  static func dump(_ run: String, epoch: Int, accuracy: Double? = nil) -> Dump {
    let parts = run.split(separator: "_")
    return Dump(
      path: FilePath("sweep/\(run)/features_epoch_00\(epoch).npy"), run: run, checkpoint: Checkpoint(epoch: epoch),
      hyperparameters: [
        "lambd": .number(Double(parts[1]) ?? 0), "pdim": .number(Double(parts[3]) ?? 0), "optimizer": .text("adam"),
      ],
      seed: 0, metrics: accuracy.map { ["probe_acc": Metric(value: $0, join: .checkpoint)] } ?? [:])
  }

  static let shape = FeatureShape(sampleCount: 512, featureCount: 256, dataType: "float16")

  static func spectrum(alpha: Double) -> Eigenspectrum {
    Eigenspectrum(given: (1...256).map { pow(Double($0), -alpha) })
  }

  static func analysed(_ run: String, epoch: Int, alpha: Double, accuracy: Double?) -> AnalysisRecord {
    AnalysisRecord(
      dump: dump(run, epoch: epoch, accuracy: accuracy), shape: shape,
      summary: SpectrumSummary(spectrum(alpha: alpha), fitRange: .standard, nonFiniteRows: 0), fitRange: .standard)
  }

  static func waiting(_ run: String, epoch: Int) -> AnalysisRecord {
    AnalysisRecord(dump: dump(run, epoch: epoch), shape: shape)
  }

  static let updates: [EngineUpdate] = [
    .finished(analysed(good, epoch: 8, alpha: 1.25, accuracy: 82.5)),
    .finished(analysed(good, epoch: 1, alpha: 2, accuracy: 80)),
    .finished(analysed(good, epoch: 3, alpha: 1.5, accuracy: 81.25)),
    .finished(analysed(alone, epoch: 8, alpha: 1.75, accuracy: 79)),
    .finished(
      AnalysisRecord(
        dump: dump(broken, epoch: 8),
        failure: AnalysisFailure(code: "truncated", message: "1000 rows promised, 311 there"))
    ),
    .queued(waiting(computing, epoch: 8)),
    .progressed(FilePath("sweep/\(computing)/features_epoch_008.npy"), rows: 215),
    .queued(waiting(queued, epoch: 8)),
    .discovered,
  ]

  /// The dashboard after all of this, its selection on the run of three checkpoints.
  static func model(columns: Int, rows: Int) -> Model {
    var model = Model(title: "sweep", columns: columns, rows: rows)
    for update in updates { _ = Dashboard.update(&model, .engine(update, at: time)) }
    return model
  }
}

extension Model {
  /// Presses keys one after the other; answers requests for spectra at once, as the run loop would. Returns all effects.
  @discardableResult
  mutating func press(_ keys: KeyEvent...) -> [Effect] {
    keys.flatMap { key in
      let effects = update(&self, .key(key))
      return effects + effects.flatMap { answer($0) }
    }
  }

  /// Answers a request for a spectrum with the power law of the dump's own α.
  @discardableResult
  mutating func answer(_ effect: Effect) -> [Effect] {
    guard case .loadSpectrum(let id) = effect else { return [] }
    let alpha = dumps[id]?.record.alpha
    return update(&self, .spectrumLoaded(id, alpha.map(SampleSweep.spectrum)))
  }

  /// The screen as it would be drawn.
  func frame(canvas: ChartCanvas = .braille) -> CellBuffer {
    var buffer = CellBuffer(width: columns, height: rows)
    render(self, Appearance(theme: ResolvedTheme(.monochrome, depth: .none), canvas: canvas), into: &buffer)
    return buffer
  }

  /// The rows of the screen as text.
  func screenRows() -> [String] {
    let frame = frame()
    return (0..<frame.height).map { frame.text(row: $0) }
  }
}
