import Spectra

extension AnalysisRecordJSON {
  func encode(_ fit: PowerLawFit?, into fields: inout Fields) throws {
    guard let fit else { return try fields.encodeNil(forKey: .fit) }
    var nested = fields.nestedContainer(keyedBy: Key.self, forKey: .fit)
    try nested.encode(fit.estimator.rawValue, forKey: .estimator)
    try nested.encode(fit.range.first, forKey: .first)
    try nested.encode(fit.range.last, forKey: .last)
    try nested.encode(JSONNumber(fit.intercept), forKey: .intercept)
    try nested.encode(JSONNumber(fit.rSquared), forKey: .rSquared)
    try nested.encode(fit.isAccepted, forKey: .accepted)
    let uncertainty = record.uncertainty?.measures[.alpha]
    try nested.encode(uncertainty?.standardError, forKey: .standardError)
    try nested.encode(uncertainty?.bounds, forKey: .interval)
  }

  /// α's own standard error and interval are in `fit`.
  func encode(_ uncertainty: RecordUncertainty?, into fields: inout Fields) throws {
    guard let uncertainty else { return try fields.encodeNil(forKey: .uncertainty) }
    var nested = fields.nestedContainer(keyedBy: Key.self, forKey: .uncertainty)
    try nested.encode(uncertainty.method.rawValue, forKey: .method)
    try nested.encode(uncertainty.groupCount, forKey: .groups)
    var objects = nested.nestedContainer(keyedBy: Key.self, forKey: .objects)
    try objects.encode(uncertainty.objects.kind.rawValue, forKey: .kind)
    try objects.encode(uncertainty.objects.count, forKey: .count)
    try nested.encode(Uncertainty.confidence, forKey: .confidence)
    var scalars = nested.nestedContainer(keyedBy: MeasureKey.self, forKey: .measures)
    for measure in Measure.allCases where measure != .alpha && measures.contains(measure) {
      guard let uncertainty = uncertainty.measures[measure] else { continue }
      var scalar = scalars.nestedContainer(keyedBy: Key.self, forKey: MeasureKey(measure))
      try scalar.encode(uncertainty.standardError, forKey: .standardError)
      try scalar.encode(uncertainty.bounds, forKey: .interval)
    }
    var curve = nested.nestedUnkeyedContainer(forKey: .alphaBySampleCount)
    for point in measures.contains(.alpha) ? uncertainty.alphaBySampleCount : [] {
      var nested = curve.nestedContainer(keyedBy: Key.self)
      try nested.encode(point.sampleCount, forKey: .sampleCount)
      try nested.encode(JSONNumber(point.alpha), forKey: .alpha)
    }
  }

  /// What is filled in only when it is asked for.
  func encodeCurves(into fields: inout Fields) throws {
    if let grid = alphaByRange {
      var nested = fields.nestedContainer(keyedBy: Key.self, forKey: .alphaByRange)
      try nested.encode(grid.firsts, forKey: .first)
      try nested.encode(grid.lasts, forKey: .last)
      try nested.encode(grid.alpha.map { $0.map(JSONNumber.init) }, forKey: .alpha)
      try nested.encode(grid.rSquared.map { $0.map(JSONNumber.init) }, forKey: .rSquared)
    } else {
      try fields.encodeNil(forKey: .alphaByRange)
    }
    guard let ranks = benignEffectiveRanks else { return try fields.encodeNil(forKey: .benignEffectiveRanks) }
    var nested = fields.nestedContainer(keyedBy: Key.self, forKey: .benignEffectiveRanks)
    try nested.encode(ranks.stableRanks.map(JSONNumber.init), forKey: .r)
    try nested.encode(ranks.participationRatios.map(JSONNumber.init), forKey: .capitalR)
  }
}

extension Uncertainty {
  /// The ends of the interval.
  fileprivate var bounds: [Double] { [interval.lowerBound, interval.upperBound] }
}
