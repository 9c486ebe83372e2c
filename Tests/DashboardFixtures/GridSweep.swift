public import Analysis
public import Dashboard
import Foundation
public import Spectra
import SystemPackage
import TerminalCells

/// Models on a grid of two settings, with two checkpoints each and a second seed of one setting, and a network with three layers.
/// All spectra are exact power laws of 128 ranks.
public enum GridSweep {
  public static let lambds = [0.001, 0.01, 0.1]
  public static let widths = [16.0, 64, 256]
  public static let layers = ["block1", "block2", "block10"]

  /// Rises with both settings, by different steps.
  public static func alpha(_ i: Int, _ j: Int, epoch: Int) -> Double {
    0.8 + 0.2 * Double(i) + 0.03 * Double(j) + (epoch == 1 ? 0.5 : 0)
  }

  /// Falls with α, not quite on a line.
  public static func accuracy(_ i: Int, _ j: Int) -> Double { 90 - 10 * alpha(i, j, epoch: 8) + (i == j ? 1 : 0) }

  public static func run(_ i: Int, _ j: Int, seed: Int = 0) -> String {
    "lambd_\(lambds[i])_pdim_\(Int(widths[j]))" + (seed > 0 ? "_seed_\(seed)" : "")
  }

  public static func record(_ i: Int, _ j: Int, epoch: Int, seed: Int = 0) -> AnalysisRecord {
    let run = run(i, j, seed: seed)
    let dump = Dump(
      path: FilePath("grid/\(run)/features_epoch_\(epoch).npy"), run: run, checkpoint: Checkpoint(epoch: epoch),
      hyperparameters: ["lambd": .number(lambds[i]), "pdim": .number(widths[j])], seed: seed,
      metrics: [
        "probe_acc": Metric(
          value: accuracy(i, j) + 2 * Double(seed), join: epoch == 8 ? .checkpoint : .lastOfRun),
        "train_loss": Metric(value: 10 / Double(epoch) + Double(i), join: .checkpoint),
      ])
    return record(dump, alpha: alpha(i, j, epoch: epoch))
  }

  public static func layer(_ index: Int, epoch: Int) -> AnalysisRecord {
    let dump = Dump(
      path: FilePath("grid/deep/epoch_\(epoch)/\(layers[index]).npy"), run: "deep", layer: layers[index],
      checkpoint: Checkpoint(epoch: epoch))
    return record(dump, alpha: 1 + 0.1 * Double(index * epoch))
  }

  public static let records: [AnalysisRecord] =
    lambds.indices.flatMap { i in widths.indices.flatMap { j in [1, 8].map { record(i, j, epoch: $0) } } }
    + [record(2, 2, epoch: 8, seed: 1)] + layers.indices.flatMap { index in [1, 8].map { layer(index, epoch: $0) } }

  public static func spectra(alpha: Double) -> DumpSpectra {
    DumpSpectra(Eigenspectrum(given: (1...128).map { pow(Double($0), -alpha) }))
  }

  public static func model(columns: Int, rows: Int) -> Model {
    var model = Model(title: "grid", columns: columns, rows: rows)
    for record in records { _ = update(&model, .engine(.finished(record), at: SampleSweep.time)) }
    _ = update(&model, [.engine(.discovered, at: SampleSweep.time), .engine(.idle, at: SampleSweep.time)])
    return model
  }

  private static func record(_ dump: Dump, alpha: Double) -> AnalysisRecord {
    AnalysisRecord(
      dump: dump, shape: FeatureShape(sampleCount: 512, featureCount: 128, dataType: "float32"),
      spectra: spectra(alpha: alpha), settings: FitSettings(), nonFiniteRows: 0)
  }
}
