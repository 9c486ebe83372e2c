import Spectra

/// The fields of a record's JSON; their order in this file follows the documentation of the record.
struct AnalysisRecordJSON: Encodable {
  let record: AnalysisRecord
  let measures: Set<Measure>
  let spectrum: Eigenspectrum?
  let alphaByRange: RangeGrid?
  let benignEffectiveRanks: BenignEffectiveRanks?

  enum Key: String, CodingKey {
    case path, files, array, run, family, variant, split, layer, checkpoint, moment, hyperparameters, seed, metrics
    case sampleCount, featureCount, dataType, tokens, nonFiniteRows
    case alpha, fit, uncertainty
    case resolvableRank, noiseFloor, totalVariance, precision, preview
    case eigenvalues, alphaByRange, benignEffectiveRanks, warnings, error
    case epoch, step
    case estimator, first, last, intercept, rSquared, standardError, interval, accepted
    case method, groups, objects, kind, count, confidence, measures, alphaBySampleCount
    case r, capitalR = "R"
    case code, message
  }

  typealias Fields = KeyedEncodingContainer<Key>

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try encodeDump(into: &fields)
    let summary = record.summary
    try fields.encode(record.shape?.sampleCount, forKey: .sampleCount)
    try fields.encode(record.shape?.featureCount, forKey: .featureCount)
    try fields.encode(record.shape?.dataType, forKey: .dataType)
    try fields.encode(record.shape?.tokens?.rawValue, forKey: .tokens)
    try fields.encode(summary?.nonFiniteRows, forKey: .nonFiniteRows)

    var scalars = encoder.container(keyedBy: MeasureKey.self)
    for measure in Measure.allCases {
      let value = measures.contains(measure) ? record.value(of: measure) : nil
      try scalars.encode(JSONNumber(value), forKey: MeasureKey(measure))
    }
    try encode(measures.contains(.alpha) ? summary?.fit : nil, into: &fields)
    try encode(record.uncertainty, into: &fields)
    try fields.encode(summary?.resolvableRank, forKey: .resolvableRank)
    try fields.encode(JSONNumber(summary?.noiseFloor), forKey: .noiseFloor)
    try fields.encode(JSONNumber(summary?.totalVariance), forKey: .totalVariance)
    try fields.encode(record.precision, forKey: .precision)
    try fields.encode(record.isPreview, forKey: .preview)

    let eigenvalues = spectrum.map { spectrum in spectrum.eigenvalues.map { JSONNumber(spectrum.value($0)) } }
    try fields.encode(eigenvalues, forKey: .eigenvalues)
    try encodeCurves(into: &fields)
    var warnings = fields.nestedUnkeyedContainer(forKey: .warnings)
    for warning in record.warnings {
      var nested = warnings.nestedContainer(keyedBy: Key.self)
      try nested.encode(warning.code.rawValue, forKey: .code)
      try nested.encode(warning.message, forKey: .message)
    }
    guard let failure = record.failure else { return try fields.encodeNil(forKey: .error) }
    var nested = fields.nestedContainer(keyedBy: Key.self, forKey: .error)
    try nested.encode(failure.code.rawValue, forKey: .code)
    try nested.encode(failure.message, forKey: .message)
  }

  private func encodeDump(into fields: inout Fields) throws {
    let dump = record.dump
    try fields.encode(dump.path.string, forKey: .path)
    try fields.encode(dump.files.map(\.string), forKey: .files)
    try fields.encode(dump.array, forKey: .array)
    try fields.encode(dump.run, forKey: .run)
    try fields.encode(dump.model.family, forKey: .family)
    try fields.encode(dump.model.variant.isEmpty ? nil : dump.model.variant, forKey: .variant)
    try fields.encode(dump.split?.rawValue, forKey: .split)
    try fields.encode(dump.layer, forKey: .layer)
    if let checkpoint = dump.checkpoint {
      var nested = fields.nestedContainer(keyedBy: Key.self, forKey: .checkpoint)
      try nested.encode(checkpoint.epoch, forKey: .epoch)
      try nested.encode(checkpoint.step, forKey: .step)
      try nested.encode(checkpoint.moment, forKey: .moment)
    } else {
      try fields.encodeNil(forKey: .checkpoint)
    }
    try fields.encode(dump.hyperparameters, forKey: .hyperparameters)
    try fields.encode(dump.seed, forKey: .seed)
    try fields.encode(dump.metrics.mapValues { JSONNumber($0.value) }, forKey: .metrics)
  }
}

/// A measure's field, which has its name.
struct MeasureKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ measure: Measure) { stringValue = measure.rawValue }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
