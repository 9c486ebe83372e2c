public import Analysis
public import Dashboard
import Foundation
import Spectra
import SystemPackage

/// A directory as large as they get: many runs of a grid of settings and seeds, with many checkpoints each. α falls over training,
/// the accuracy rises, and both differ from run to run. All spectra are exact power laws of 128 ranks.
public struct LargeSweep: Sendable {
  public let runCount: Int
  public let checkpointCount: Int

  public init(runCount: Int = 200, checkpointCount: Int = 50) {
    self.runCount = runCount
    self.checkpointCount = checkpointCount
  }

  /// So many different α that no two runs are alike; fitting each dump of its own would take seconds.
  private static let spectra = (0..<64).map { GridSweep.spectra(alpha: 0.6 + 0.02 * Double($0)) }

  public var records: [AnalysisRecord] {
    let shape = FeatureShape(sampleCount: 10_000, featureCount: 128, dataType: "float32")
    let fitted = Self.spectra.map { spectra in
      AnalysisRecord(
        dump: Dump(path: "", run: ""), shape: shape, spectra: spectra, settings: FitSettings(), nonFiniteRows: 0)
    }
    return (0..<runCount).flatMap { run in
      (0..<checkpointCount).map { checkpoint in
        let progress = Double(checkpoint) / Double(max(1, checkpointCount - 1))
        var record = fitted[(run * 7 % 24 + Int(40 * (1 - progress))) % fitted.count]
        record.dump = dump(run, epoch: checkpoint + 1, progress: progress)
        return record
      }
    }
  }

  /// The dashboard with all of them, in the order in which they are found.
  public func model(columns: Int, rows: Int) -> Model {
    var model = Model(title: "large", columns: columns, rows: rows)
    let news = records.map { Action.engine(.finished($0), at: SampleSweep.time) }
    _ = update(
      &model, news + [.engine(.discovered, at: SampleSweep.time), .engine(.idle, at: SampleSweep.time)])
    return model
  }

  private func dump(_ run: Int, epoch: Int, progress: Double) -> Dump {
    let (lambd, width, seed) = (pow(10, -Double(run % 5)), 16 << (run / 5 % 4), run / 20)
    let name = "lambd_\(lambd)_pdim_\(width)_seed_\(seed)"
    return Dump(
      path: FilePath("large/\(name)/features_epoch_\(epoch).npy"), root: "large", run: name,
      checkpoint: Checkpoint(epoch: epoch, step: 100 * epoch),
      hyperparameters: [
        "lambd": .number(lambd), "pdim": .number(Double(width)), "lr": .number(0.001), "algorithm": .text("barlow"),
      ],
      seed: seed,
      metrics: [
        "probe_acc": Metric(value: 50 + 30 * progress + Double(run * 13 % 17), join: .checkpoint),
        "train_loss": Metric(value: 5 - 4 * progress + Double(run * 11 % 7) / 10, join: .checkpoint),
        "val_acc": Metric(value: 45 + 30 * progress + Double(run * 5 % 19), join: .checkpoint),
      ])
  }
}
