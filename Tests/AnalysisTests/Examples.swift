import Analysis
import Foundation
import SchemaValidation
@testable import Spectra

/// Records of every kind.
enum Examples {
  static let spectrum = Eigenspectrum(given: (1...120).map { pow(Double($0), -1.5) })

  static let done = record(spectrum)

  /// A record of features with everything that can be in one.
  static let complete = AnalysisRecord(
    dump: dump, shape: FeatureShape(sampleCount: 2048, featureCount: 120, dataType: "float32"), spectra: spectra,
    settings: FitSettings(), nonFiniteRows: 0, requested: [.selfCluster: 0.25, .lidar: 17.5])

  /// A spectrum of features, four replicates whose α are 1.48, 1.49, 1.51 and 1.52, and those of fewer rows.
  static let spectra = DumpSpectra(
    features(alpha: 1.5), replicates: replicates([1.48, 1.49, 1.51, 1.52]),
    nested: NestedSpectra(
      sampleCounts: [128, 256], spectra: [features(alpha: 1.6, count: 90), features(alpha: 1.505)]))

  static func replicates(_ alphas: [Double]) -> ReplicateSpectra {
    ReplicateSpectra(
      method: .groupedJackknife, objects: .init(.rows, count: 400), spectra: alphas.map { features(alpha: $0) })
  }

  /// k^(−α), as if it came from features.
  static func features(
    alpha: Double, count: Int = 120, origin: Eigenspectrum.Origin = .features(.float64)
  ) -> Eigenspectrum {
    Eigenspectrum(
      eigenvalues: (1...count).map { pow(Double($0), -alpha) }, resolvableRank: count, rankMe: 40 * alpha,
      origin: origin)
  }

  static let pending = AnalysisRecord(
    dump: dump, shape: FeatureShape(sampleCount: 2048, featureCount: 256, dataType: "float16"))

  static let failed = AnalysisRecord(
    dump: Dump(path: "a.npy", run: "."), failure: AnalysisFailure(code: .truncated, message: "byte 80: \"short\""))

  static let dump = Dump(
    path: "runs/lr_0.1/layer3/epoch_8.npy", run: "lr_0.1", layer: "layer3", checkpoint: Checkpoint(epoch: 8),
    hyperparameters: ["lr": .number(0.1), "algorithm": .text("barlow"), "nesterov": .flag(true)], seed: 7,
    metrics: ["test_acc": Metric(value: 81.4, join: .checkpoint)])

  /// What the analysis makes of a spectrum over the standard range.
  static func record(_ spectrum: Eigenspectrum, nonFiniteRows: Int = 0, dump: Dump = dump) -> AnalysisRecord {
    AnalysisRecord(
      dump: dump, shape: FeatureShape(sampleCount: 2048, featureCount: spectrum.eigenvalues.count, dataType: "float32"),
      spectra: DumpSpectra(spectrum), settings: FitSettings(), nonFiniteRows: nonFiniteRows)
  }
}

extension AnalysisRecord {
  /// The record's JSON, read back.
  func parsed(
    measures: Set<Measure> = Set(Measure.allCases), spectrum: Eigenspectrum? = nil, alphaByRange: RangeGrid? = nil,
    benignEffectiveRanks: BenignEffectiveRanks? = nil
  ) throws -> JSONValue {
    try JSONValue(
      parsing: json(
        measures: measures, spectrum: spectrum, alphaByRange: alphaByRange, benignEffectiveRanks: benignEffectiveRanks))
  }
}
