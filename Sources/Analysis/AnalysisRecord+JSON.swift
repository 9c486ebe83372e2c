public import Foundation
public import Spectra

extension AnalysisRecord {
  /// The record as one line of JSON: every field is there, absent and non-finite values are null, numbers read back as they were.
  /// `analysis-record.schema.json` describes it.
  ///
  /// - Parameters:
  ///   - measures: the scalars to fill in; the others are null.
  ///   - spectrum: fills `eigenvalues`, which is null without it.
  public func json(measures: Set<Measure> = Set(Measure.allCases), spectrum: Eigenspectrum? = nil) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(AnalysisRecordJSON(record: self, measures: measures, spectrum: spectrum))
      .withEscapedControls
  }
}

extension Data {
  /// This JSON with DEL and the C1 controls (U+007F … U+009F) escaped, too: JSON does not ask for it, but terminals obey
  /// them.
  fileprivate var withEscapedControls: Data {
    let controls = Unicode.Scalar(0x7f)...Unicode.Scalar(0x9f)
    let scalars = String(decoding: self, as: UTF8.self).unicodeScalars
    guard scalars.contains(where: controls.contains) else { return self }
    return Data(
      scalars.map { controls.contains($0) ? "\\u00" + String($0.value, radix: 16) : String($0) }.joined().utf8)
  }
}

/// The fields of the JSON and their order in this file follow the documentation of the record.
private struct AnalysisRecordJSON: Encodable {
  let record: AnalysisRecord
  let measures: Set<Measure>
  let spectrum: Eigenspectrum?

  private enum Key: String, CodingKey {
    case path, array, run, layer, checkpoint, hyperparameters, seed, metrics
    case sampleCount, featureCount, dataType, nonFiniteRows
    case alpha, fit
    case rankMe, effectiveRank, participationRatio, stableRank, conditionNumber
    case resolvableRank, noiseFloor, totalVariance, eigenvalues, warnings, error
    case epoch, step
    case estimator, first, last, intercept, rSquared, standardError, interval
    case code, message
  }

  func encode(to encoder: any Encoder) throws {
    let dump = record.dump
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(dump.path.string, forKey: .path)
    try fields.encodeNil(forKey: .array)
    try fields.encode(dump.run, forKey: .run)
    try fields.encode(dump.layer, forKey: .layer)
    if let checkpoint = dump.checkpoint {
      var nested = fields.nestedContainer(keyedBy: Key.self, forKey: .checkpoint)
      try nested.encode(checkpoint.epoch, forKey: .epoch)
      try nested.encode(checkpoint.step, forKey: .step)
    } else {
      try fields.encodeNil(forKey: .checkpoint)
    }
    try fields.encode(dump.hyperparameters, forKey: .hyperparameters)
    try fields.encode(dump.seed, forKey: .seed)
    try fields.encode(dump.metrics.mapValues { JSONNumber($0.value) }, forKey: .metrics)

    try fields.encode(record.shape?.sampleCount, forKey: .sampleCount)
    try fields.encode(record.shape?.featureCount, forKey: .featureCount)
    try fields.encode(record.shape?.dataType, forKey: .dataType)
    let summary = record.summary
    try fields.encode(summary?.nonFiniteRows, forKey: .nonFiniteRows)

    try fields.encode(number(.alpha), forKey: .alpha)
    try encode(measures.contains(.alpha) ? summary?.fit : nil, into: &fields)
    try fields.encodeNil(forKey: .rankMe)
    try fields.encode(number(.effectiveRank), forKey: .effectiveRank)
    try fields.encode(number(.participationRatio), forKey: .participationRatio)
    try fields.encode(number(.stableRank), forKey: .stableRank)
    try fields.encode(number(.conditionNumber), forKey: .conditionNumber)
    try fields.encode(summary?.resolvableRank, forKey: .resolvableRank)
    try fields.encode(JSONNumber(summary?.noiseFloor), forKey: .noiseFloor)
    try fields.encode(JSONNumber(summary?.totalVariance), forKey: .totalVariance)
    let eigenvalues = spectrum.map { spectrum in
      spectrum.eigenvalues.map { JSONNumber(spectrum.value($0)) }
    }
    try fields.encode(eigenvalues, forKey: .eigenvalues)

    var warnings = fields.nestedUnkeyedContainer(forKey: .warnings)
    for warning in record.warnings {
      var nested = warnings.nestedContainer(keyedBy: Key.self)
      try nested.encode(warning.code.rawValue, forKey: .code)
      try nested.encode(warning.message, forKey: .message)
    }
    if let failure = record.failure {
      var nested = fields.nestedContainer(keyedBy: Key.self, forKey: .error)
      try nested.encode(failure.code, forKey: .code)
      try nested.encode(failure.message, forKey: .message)
    } else {
      try fields.encodeNil(forKey: .error)
    }
  }

  private func number(_ measure: Measure) -> JSONNumber {
    JSONNumber(measures.contains(measure) ? record.value(of: measure) : nil)
  }

  private func encode(_ fit: PowerLawFit?, into fields: inout KeyedEncodingContainer<Key>) throws {
    guard let fit else { return try fields.encodeNil(forKey: .fit) }
    var nested = fields.nestedContainer(keyedBy: Key.self, forKey: .fit)
    try nested.encode(fit.estimator.rawValue, forKey: .estimator)
    try nested.encode(fit.range.first, forKey: .first)
    try nested.encode(fit.range.last, forKey: .last)
    try nested.encode(JSONNumber(fit.intercept), forKey: .intercept)
    try nested.encode(JSONNumber(fit.rSquared), forKey: .rSquared)
    try nested.encodeNil(forKey: .standardError)
    try nested.encodeNil(forKey: .interval)
  }
}

/// A number that JSON can hold, or null.
private struct JSONNumber: Encodable {
  let value: Double?

  init(_ value: Double?) { self.value = value.flatMap { $0.isFinite ? $0 : nil } }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

extension HyperparameterValue: Encodable {
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .number(let number): try JSONNumber(number).encode(to: encoder)
    case .text(let text): try text.encode(to: encoder)
    case .flag(let flag): try flag.encode(to: encoder)
    }
  }
}
