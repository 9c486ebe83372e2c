public import Foundation
import Spectra

extension ProbeRecord {
  /// The record as one line of JSON: every field is there, what is absent is null. `probe-record.schema.json` describes
  /// it.
  public func json() throws -> Data { try ProbeRecordJSON(record: self).jsonLine() }
}

/// The fields of a probe's JSON.
private struct ProbeRecordJSON: Encodable {
  let record: ProbeRecord

  enum Key: String, CodingKey {
    case features, labels, testFeatures, testLabels
    case method, penalty, split, trainingFraction, seed
    case trainingCount, testCount, nonFiniteRows, featureCount, constantFeatures, classCount
    case top1, top5, classes, curve, accuracy, correct, count, interval, label
    case objective, iterations, converged
    case error, code, message
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    let result = record.result
    try fields.encode(record.features.string, forKey: .features)
    try fields.encode(record.labels?.string, forKey: .labels)
    try fields.encode(record.testFeatures?.string, forKey: .testFeatures)
    try fields.encode(record.testLabels?.string, forKey: .testLabels)
    try fields.encode(result?.method.rawValue, forKey: .method)
    try fields.encode(JSONNumber(result?.penalty), forKey: .penalty)
    if case .stratified(let fraction, let seed)? = result?.split {
      var split = fields.nestedContainer(keyedBy: Key.self, forKey: .split)
      try split.encode(fraction, forKey: .trainingFraction)
      try split.encode(seed, forKey: .seed)
    } else {
      try fields.encodeNil(forKey: .split)
    }
    try fields.encode(result?.trainingCount, forKey: .trainingCount)
    try fields.encode(result?.testCount, forKey: .testCount)
    try fields.encode(result?.nonFiniteRowCount, forKey: .nonFiniteRows)
    try fields.encode(result?.featureCount, forKey: .featureCount)
    try fields.encode(result?.constantFeatureCount, forKey: .constantFeatures)
    try fields.encode(result?.classCount, forKey: .classCount)
    try fields.encode(result?.top1, forKey: .top1)
    try fields.encode(result?.top5, forKey: .top5)
    try fields.encode(JSONNumber(result?.optimization?.objective), forKey: .objective)
    try fields.encode(result?.optimization?.iterationCount, forKey: .iterations)
    try fields.encode(result?.optimization?.hasConverged, forKey: .converged)
    try fields.encode(result?.classes, forKey: .classes)
    try fields.encode(result?.curve, forKey: .curve)
    guard let failure = record.failure else { return try fields.encodeNil(forKey: .error) }
    var error = fields.nestedContainer(keyedBy: Key.self, forKey: .error)
    try error.encode(failure.code.rawValue, forKey: .code)
    try error.encode(failure.message, forKey: .message)
  }
}

extension Proportion: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: ProbeRecordJSON.Key.self)
    try fields.encode(JSONNumber(value), forKey: .accuracy)
    try fields.encode(successes, forKey: .correct)
    try fields.encode(count, forKey: .count)
    try fields.encode([interval.lowerBound, interval.upperBound], forKey: .interval)
  }
}

extension ProbeResult.ClassAccuracy: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: ProbeRecordJSON.Key.self)
    try fields.encode(label, forKey: .label)
    try fields.encode(correct, forKey: .correct)
    try fields.encode(count, forKey: .count)
    try fields.encode(JSONNumber(Double(correct) / Double(count)), forKey: .accuracy)
  }
}

extension ProbeResult.CurvePoint: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: ProbeRecordJSON.Key.self)
    try fields.encode(trainingCount, forKey: .trainingCount)
    try fields.encode(JSONNumber(penalty), forKey: .penalty)
    try fields.encode(top1, forKey: .top1)
  }
}
