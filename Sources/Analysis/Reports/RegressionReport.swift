public import Foundation
public import Spectra

/// What a simulated regression came to, as one line of JSON. `simulation.schema.json` describes it.
public struct RegressionReport: Sendable {
  public var simulation: RegressionSimulation
  /// Trials asked for; an interruption leaves fewer in the curve.
  public var requestedTrials: Int
  /// Nil where no trial was finished.
  public var curve: RegressionCurve?

  public init(_ simulation: RegressionSimulation, requestedTrials: Int, curve: RegressionCurve?) {
    self.simulation = simulation
    self.requestedTrials = requestedTrials
    self.curve = curve
  }

  public func json() throws -> Data { try jsonLine() }
}

extension RegressionReport: Encodable {
  private enum Key: String, CodingKey {
    case parameters, trials, requestedTrials, points, minimum
    case dimension, samples, b, sigma, training, steps, batch, learningRate, seed
    case alpha, excessRisk, minimumNormRisk, expectedRisk
    case risk, gridAlpha, standardError, interval, standardErrorsBelowFirst, standardErrorsBelowLast, zone
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try encodeParameters(into: &fields)
    try fields.encode(curve?.trialCount ?? 0, forKey: .trials)
    try fields.encode(requestedTrials, forKey: .requestedTrials)
    var points = fields.nestedUnkeyedContainer(forKey: .points)
    for point in curve?.points ?? [] {
      var nested = points.nestedContainer(keyedBy: Key.self)
      try nested.encode(point.alpha, forKey: .alpha)
      try nested.encode(SampleMeanJSON(point.excessRisk), forKey: .excessRisk)
      try nested.encode(point.minimumNormRisk.map(SampleMeanJSON.init), forKey: .minimumNormRisk)
      try nested.encode(JSONNumber(point.expectedRisk), forKey: .expectedRisk)
    }
    guard let minimum = curve?.minimum else { return try fields.encodeNil(forKey: .minimum) }
    var nested = fields.nestedContainer(keyedBy: Key.self, forKey: .minimum)
    try nested.encode(JSONNumber(minimum.alpha), forKey: .alpha)
    try nested.encode(JSONNumber(minimum.uncertainty?.standardError), forKey: .standardError)
    try nested.encode(minimum.uncertainty.map { $0.interval.bounds }, forKey: .interval)
    try nested.encode(minimum.gridAlpha, forKey: .gridAlpha)
    try nested.encode(JSONNumber(minimum.risk), forKey: .risk)
    try nested.encode(JSONNumber(minimum.standardErrorsBelowFirst), forKey: .standardErrorsBelowFirst)
    try nested.encode(JSONNumber(minimum.standardErrorsBelowLast), forKey: .standardErrorsBelowLast)
    try nested.encode(minimum.zone.bounds, forKey: .zone)
  }

  private func encodeParameters(into fields: inout KeyedEncodingContainer<Key>) throws {
    var nested = fields.nestedContainer(keyedBy: Key.self, forKey: .parameters)
    try nested.encode(simulation.featureCount, forKey: .dimension)
    try nested.encode(simulation.sampleCount, forKey: .samples)
    try nested.encode(simulation.targetDecay, forKey: .b)
    try nested.encode(simulation.noise, forKey: .sigma)
    try nested.encode(JSONNumber(simulation.learningRate), forKey: .learningRate)
    try nested.encode(simulation.seed, forKey: .seed)
    let (name, steps, batch): (String, Int?, Int?) =
      switch simulation.training {
      case .fullBatch(let steps): ("fullBatch", steps, nil)
      case .minimumNorm: ("minimumNorm", nil, nil)
      case .onePass(let size): ("onePass", nil, size)
      }
    try nested.encode(name, forKey: .training)
    try nested.encode(steps, forKey: .steps)
    try nested.encode(batch, forKey: .batch)
  }
}

extension ClosedRange<Double> {
  fileprivate var bounds: [Double] { [lowerBound, upperBound] }
}
