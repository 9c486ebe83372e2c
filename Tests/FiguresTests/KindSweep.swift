import Analysis
import DashboardFixtures
import Spectra
import SystemPackage

/// Networks of three architectures, four of each: within one a greater α goes with less accuracy, and of two the one with the greater α
/// has the greater accuracy.
enum KindSweep {
  static let architectures = ["resnet", "vgg", "vit"]
  static let objectives = ["barlow_twins", "byol", "simclr", "supervised"]

  static func alpha(_ i: Int, _ j: Int) -> Double { 0.8 + 0.5 * Double(i) + 0.04 * Double(j) }

  static func accuracy(_ i: Int, _ j: Int) -> Double { 60 + 10 * Double(i) - Double(j) + (j == 2 ? 1.5 : 0) }

  static let records: [AnalysisRecord] = architectures.indices.flatMap { i in
    objectives.indices.map { j in record(i, j) }
  }

  private static func record(_ i: Int, _ j: Int) -> AnalysisRecord {
    let run = "\(architectures[i])_\(objectives[j])"
    let dump = Dump(
      path: FilePath("networks/\(run)/features_epoch_8.npy"), run: run, checkpoint: Checkpoint(epoch: 8),
      hyperparameters: [
        "architecture": .text(architectures[i]), "objective": .text(objectives[j]), "pretrained": .flag(j > 1),
      ],
      metrics: ["probe_acc": Metric(value: accuracy(i, j), join: .checkpoint)])
    return AnalysisRecord(
      dump: dump, shape: FeatureShape(sampleCount: 512, featureCount: 128, dataType: "float16"),
      spectra: GridSweep.spectra(alpha: alpha(i, j)), settings: FitSettings(), nonFiniteRows: 0)
  }
}
