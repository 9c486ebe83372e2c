public import Foundation
public import Spectra

extension AnalysisRecord {
  /// The record as one line of JSON: every field is there, absent and non-finite values are null, numbers read back as
  /// they were. `analysis-record.schema.json` describes it.
  ///
  /// - Parameters:
  ///   - measures: the scalars to fill in; the others are null.
  ///   - spectrum: fills `eigenvalues`, which is null without it.
  ///   - alphaByRange: fills the field of its name.
  ///   - benignEffectiveRanks: fills the field of its name.
  public func json(
    measures: Set<Measure> = Set(Measure.allCases), spectrum: Eigenspectrum? = nil, alphaByRange: RangeGrid? = nil,
    benignEffectiveRanks: BenignEffectiveRanks? = nil
  ) throws -> Data {
    try AnalysisRecordJSON(
      record: self, measures: measures, spectrum: spectrum, alphaByRange: alphaByRange,
      benignEffectiveRanks: benignEffectiveRanks
    ).jsonLine()
  }
}
