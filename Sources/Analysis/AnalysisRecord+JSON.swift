public import Foundation
public import Spectra

extension AnalysisRecord {
  /// The record as one line of JSON: every field is there, absent and non-finite values are null, numbers read back as
  /// they were. `analysis-record.schema.json` describes it.
  ///
  /// - Parameters:
  ///   - measures: the scalars to fill in; the others are null.
  ///   - spectrum: fills `eigenvalues`, which is null without it.
  ///   - alphaByRange, benignEffectiveRanks: fill the fields of their names.
  public func json(
    measures: Set<Measure> = Set(Measure.allCases), spectrum: Eigenspectrum? = nil, alphaByRange: RangeGrid? = nil,
    benignEffectiveRanks: BenignEffectiveRanks? = nil
  ) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let fields = AnalysisRecordJSON(
      record: self, measures: measures, spectrum: spectrum, alphaByRange: alphaByRange,
      benignEffectiveRanks: benignEffectiveRanks)
    return try encoder.encode(fields).withEscapedControls
  }
}

extension Data {
  /// This JSON with DEL and the C1 controls (U+007F … U+009F) escaped, too: JSON does not ask for it, but terminals
  /// obey them.
  fileprivate var withEscapedControls: Data {
    let controls = Unicode.Scalar(0x7f)...Unicode.Scalar(0x9f)
    let scalars = String(decoding: self, as: UTF8.self).unicodeScalars
    guard scalars.contains(where: controls.contains) else { return self }
    return Data(
      scalars.map { controls.contains($0) ? "\\u00" + String($0.value, radix: 16) : String($0) }.joined().utf8)
  }
}
