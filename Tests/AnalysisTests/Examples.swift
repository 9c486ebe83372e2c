import Analysis
import Foundation
import Spectra

/// Records of every kind.
enum Examples {
  static let spectrum = Eigenspectrum(given: (1...120).map { pow(Double($0), -1.5) })

  static let done = record(spectrum)

  static let pending = AnalysisRecord(
    dump: dump, shape: FeatureShape(sampleCount: 512, featureCount: 256, dataType: "float16"))

  static let failed = AnalysisRecord(
    dump: Dump(path: "a.npy", run: "."), failure: AnalysisFailure(code: "truncated", message: "byte 80: \"short\""))

  static let dump = Dump(
    path: "runs/lr_0.1/layer3/epoch_8.npy", run: "lr_0.1", layer: "layer3", checkpoint: Checkpoint(epoch: 8),
    hyperparameters: ["lr": .number(0.1), "algorithm": .text("barlow"), "nesterov": .flag(true)], seed: 7,
    metrics: ["test_acc": Metric(value: 81.4, join: .checkpoint)])

  /// What the analysis makes of a spectrum over the standard range.
  static func record(_ spectrum: Eigenspectrum, nonFiniteRows: Int = 0, dump: Dump = dump) -> AnalysisRecord {
    AnalysisRecord(
      dump: dump, shape: FeatureShape(sampleCount: 512, featureCount: spectrum.eigenvalues.count, dataType: "float32"),
      summary: SpectrumSummary(spectrum, fitRange: .standard, nonFiniteRows: nonFiniteRows), fitRange: .standard)
  }
}

extension AnalysisRecord {
  /// The record's JSON, read back.
  func parsed(measures: Set<Measure> = Set(Measure.allCases), spectrum: Eigenspectrum? = nil) throws -> JSONValue {
    try JSONValue(parsing: json(measures: measures, spectrum: spectrum))
  }
}
