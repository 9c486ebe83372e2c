public import Foundation
public import Spectra

/// How N, D and the fitted ranks bias α̂, as one line of JSON. `sampling-bias.schema.json` describes it.
public struct SamplingReport: Sendable {
  public var estimator: PowerLawFit.Estimator
  public var seed: UInt64
  /// Draws asked for at each D; an interruption leaves fewer in the curves.
  public var requestedDraws: Int
  public var curves: [SamplingBias]

  public init(estimator: PowerLawFit.Estimator, seed: UInt64, requestedDraws: Int, curves: [SamplingBias]) {
    self.estimator = estimator
    self.seed = seed
    self.requestedDraws = requestedDraws
    self.curves = curves
  }

  public func json() throws -> Data { try jsonLine() }
}

extension SamplingReport: Encodable {
  private enum Key: String, CodingKey {
    case estimator, seed, requestedDraws, curves
    case sampleCount, featureCount, first, last, points
    case alpha, estimate
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(estimator.rawValue, forKey: .estimator)
    try fields.encode(seed, forKey: .seed)
    try fields.encode(requestedDraws, forKey: .requestedDraws)
    var list = fields.nestedUnkeyedContainer(forKey: .curves)
    for curve in curves {
      var nested = list.nestedContainer(keyedBy: Key.self)
      try nested.encode(curve.sampleCount, forKey: .sampleCount)
      try nested.encode(curve.featureCount, forKey: .featureCount)
      try nested.encode(curve.fitRange.first, forKey: .first)
      try nested.encode(curve.fitRange.last, forKey: .last)
      var points = nested.nestedUnkeyedContainer(forKey: .points)
      for point in curve.points {
        var fields = points.nestedContainer(keyedBy: Key.self)
        try fields.encode(point.alpha, forKey: .alpha)
        try fields.encode(point.estimate.map(SampleMeanJSON.init), forKey: .estimate)
      }
    }
  }
}
