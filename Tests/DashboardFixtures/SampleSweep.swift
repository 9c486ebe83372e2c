public import Analysis
public import Dashboard
import Foundation
public import Spectra
import SystemPackage
public import TerminalCells

/// A sweep as the engine would report it: a run of three checkpoints, a run of one, one that failed, one that is being
/// computed and one that waits. All spectra are exact power laws of 256 ranks.
public enum SampleSweep {
  public static let time = ClockTime(hour: 14, minute: 2, second: 31)
  public static let good = "lambd_0.004000_pdim_128"
  public static let alone = "lambd_0.100000_pdim_64"
  public static let broken = "lambd_1.000000_pdim_16"
  public static let computing = "lambd_1.000000_pdim_32"
  public static let queued = "lambd_1.000000_pdim_64"

  public static func dump(_ run: String, epoch: Int, accuracy: Double? = nil) -> Dump {
    let parts = run.split(separator: "_")
    return Dump(
      path: FilePath("sweep/\(run)/features_epoch_00\(epoch).npy"), run: run, checkpoint: Checkpoint(epoch: epoch),
      hyperparameters: [
        "lambd": .number(Double(parts[1]) ?? 0), "pdim": .number(Double(parts[3]) ?? 0), "optimizer": .text("adam"),
      ],
      seed: 0, metrics: accuracy.map { ["probe_acc": Metric(value: $0, join: .checkpoint)] } ?? [:])
  }

  public static let shape = FeatureShape(sampleCount: 512, featureCount: 256, dataType: "float16")

  public static func spectrum(alpha: Double) -> Eigenspectrum {
    Eigenspectrum(given: (1...256).map { pow(Double($0), -alpha) })
  }

  public static func analysed(_ run: String, epoch: Int, alpha: Double, accuracy: Double?) -> AnalysisRecord {
    AnalysisRecord(
      dump: dump(run, epoch: epoch, accuracy: accuracy), shape: shape,
      spectra: DumpSpectra(spectrum(alpha: alpha)), settings: FitSettings(), nonFiniteRows: 0)
  }

  public static func waiting(_ run: String, epoch: Int) -> AnalysisRecord {
    AnalysisRecord(dump: dump(run, epoch: epoch), shape: shape)
  }

  public static let updates: [EngineUpdate] = [
    .finished(analysed(good, epoch: 8, alpha: 1.25, accuracy: 82.5)),
    .finished(analysed(good, epoch: 1, alpha: 2, accuracy: 80)),
    .finished(analysed(good, epoch: 3, alpha: 1.5, accuracy: 81.25)),
    .finished(analysed(alone, epoch: 8, alpha: 1.75, accuracy: 79)),
    .finished(
      AnalysisRecord(
        dump: dump(broken, epoch: 8),
        failure: AnalysisFailure(code: .truncated, message: "1000 rows promised, 311 there"))
    ),
    .queued(waiting(computing, epoch: 8)),
    .progressed(Dump.ID(FilePath("sweep/\(computing)/features_epoch_008.npy")), rows: 215, perSecond: 1000),
    .queued(waiting(queued, epoch: 8)),
    .discovered, .idle,
  ]

  /// The dashboard after all of this, its selection on the run of three checkpoints.
  public static func model(columns: Int, rows: Int) -> Model {
    var model = Model(title: "sweep", columns: columns, rows: rows)
    for news in updates { _ = update(&model, .engine(news, at: time)) }
    return model
  }

  /// The power law of a dump that is done, nil for any other.
  public static func spectra(of id: Dump.ID) -> DumpSpectra? {
    for case .finished(let record) in updates where record.id == id {
      return record.alpha.map { DumpSpectra(spectrum(alpha: $0)) }
    }
    return nil
  }
}

extension Model {
  /// Presses keys one after the other; answers requests for spectra at once, as the run loop would. Returns all effects.
  @discardableResult
  public mutating func press(_ keys: KeyEvent...) -> [Effect] {
    keys.flatMap { key in
      let effects = update(&self, .key(key))
      return effects + effects.flatMap { answer($0) }
    }
  }

  /// Answers a request for a spectrum.
  @discardableResult
  public mutating func answer(_ effect: Effect) -> [Effect] {
    guard case .loadSpectra(let id) = effect else { return [] }
    return update(&self, .spectraLoaded(id, SampleSweep.spectra(of: id)))
  }
}
