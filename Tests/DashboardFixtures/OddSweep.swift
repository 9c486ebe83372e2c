public import Analysis
public import Dashboard
import Spectra
import SystemPackage

/// A sweep of twenty runs and a network with layers, and dumps that are unlike all of them.
public enum OddSweep {
  public static let records =
    LargeSweep(runCount: 20, checkpointCount: 3).records
    + GridSweep.layers.indices.flatMap { layer in [1, 8].map { GridSweep.layer(layer, epoch: $0) } }

  /// In what a dump is unlike the others.
  public enum Oddity: CaseIterable, Sendable {
    /// Beside the checkpoints of a run, as views for LiDAR are, with what was logged at the end of it.
    case noCheckpoint
    /// The same, counted by steps.
    case onlyStep
    /// In a directory of its own, that says nothing about it.
    case nothingKnown, otherShape
    /// There, with metrics that no other has, of names that come first.
    case otherMetrics
    /// There, with settings that all others share or have not.
    case otherSettings
    /// Another seed of a run, of another shape, without metrics.
    case otherSeed
    /// In the network, later than all other layers.
    case lateLayer
    case noLayer
    case failed
  }

  /// Where it comes among the others by name.
  public enum Place: CaseIterable, Sendable { case first, middle, last }

  public static func odd(_ oddity: Oddity, _ place: Place) -> AnalysisRecord {
    let name = place == .first ? "0" : place == .middle ? "g" : "zzz"
    let model = records[place == .first ? 0 : place == .middle ? 30 : 57].dump
    func own(_ shape: FeatureShape = usual) -> AnalysisRecord {
      record(Dump(path: FilePath("large/\(name)/odd.npy"), root: "large", run: name), shape)
    }
    func beside(_ dump: Dump, _ checkpoint: Checkpoint?) -> AnalysisRecord {
      var odd = Dump(
        path: FilePath("\(dump.path.removingLastComponent())/\(name).npy"), root: dump.root, run: dump.run,
        layer: dump.layer, checkpoint: checkpoint, hyperparameters: dump.hyperparameters, seed: dump.seed)
      if checkpoint == nil { odd.metrics = dump.metrics.mapValues { Metric(value: $0.value, join: .lastOfRun) } }
      return record(odd, unusual)
    }
    switch oddity {
    case .noCheckpoint: return beside(model, nil)
    case .onlyStep: return beside(model, Checkpoint(step: 150))
    case .nothingKnown: return own()
    case .otherShape: return own(unusual)
    case .otherMetrics:
      var odd = own()
      odd.dump.metrics = Dictionary(
        uniqueKeysWithValues: ["test_acc_1", "a_acc", "a_loss"].map { ($0, Metric(value: 0.5, join: .checkpoint)) })
      return odd
    case .otherSettings:
      var odd = own()
      odd.dump.hyperparameters = ["lr": .number(7), "alone": .number(1), "algorithm": .text("vicreg")]
      return odd
    case .otherSeed:
      var odd = own(unusual)
      (odd.dump.hyperparameters, odd.dump.seed, odd.dump.checkpoint) = (model.hyperparameters, 9, Checkpoint(epoch: 3))
      return odd
    case .lateLayer, .noLayer:
      var odd = GridSweep.layer(0, epoch: 9)
      odd.dump.path = FilePath("grid/deep/epoch_9/\(name).npy")
      odd.dump.layer = oddity == .noLayer ? nil : name
      return odd
    case .failed:
      return AnalysisRecord(
        dump: beside(model, nil).dump, failure: AnalysisFailure(code: .truncated, message: "short"))
    }
  }

  public static func model(with odd: AnalysisRecord? = nil) -> Model {
    var model = Model(title: "odd", columns: 120, rows: 40)
    let news = (records + [odd].compactMap { $0 }).map { Action.engine(.finished($0), at: SampleSweep.time) }
    _ = update(&model, news + [.engine(.discovered, at: SampleSweep.time), .engine(.idle, at: SampleSweep.time)])
    return model
  }

  private static let usual = FeatureShape(sampleCount: 10_000, featureCount: 128, dataType: "float32")
  private static let unusual = FeatureShape(sampleCount: 200, featureCount: 10, dataType: "float32")

  private static func record(_ dump: Dump, _ shape: FeatureShape) -> AnalysisRecord {
    AnalysisRecord(
      dump: dump, shape: shape, spectra: GridSweep.spectra(alpha: 5), settings: FitSettings(), nonFiniteRows: 0)
  }
}
