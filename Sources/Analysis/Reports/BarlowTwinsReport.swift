public import Foundation
public import Spectra

/// The loss of Barlow Twins on two files, as one line of JSON. `barlow-twins.schema.json` describes it.
public struct BarlowTwinsReport: Sendable {
  /// The views' files.
  public var paths: [String]
  public var variant: BarlowTwinsLoss.Variant
  /// Weight of the redundancy.
  public var lambda: Double
  /// The loss and the pairs of rows left out, or why there is none.
  public var result: Result<(loss: BarlowTwinsLoss, nonFiniteRows: Int), AnalysisFailure>
  /// Whether all of the cross-correlation matrix is written.
  public var includesMatrix: Bool

  public init(
    paths: [String], variant: BarlowTwinsLoss.Variant, lambda: Double,
    result: Result<(loss: BarlowTwinsLoss, nonFiniteRows: Int), AnalysisFailure>, includesMatrix: Bool = false
  ) {
    self.paths = paths
    self.variant = variant
    self.lambda = lambda
    self.result = result
    self.includesMatrix = includesMatrix
  }

  public func json() throws -> Data { try jsonLine() }
}

extension BarlowTwinsReport: Encodable {
  private enum Key: String, CodingKey {
    case paths, variant, lambda, sampleCount, featureCount, nonFiniteRows
    case loss, invariance, redundancy, logarithmPerFeature, crossCorrelation, error
    case code, message
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    let found = try? result.get()
    let loss = found?.loss
    try fields.encode(paths, forKey: .paths)
    try fields.encode(variant.rawValue, forKey: .variant)
    try fields.encode(lambda, forKey: .lambda)
    try fields.encode(loss?.sampleCount, forKey: .sampleCount)
    try fields.encode(loss?.featureCount, forKey: .featureCount)
    try fields.encode(found?.nonFiniteRows, forKey: .nonFiniteRows)
    try fields.encode(JSONNumber(loss?.loss(lambda: lambda)), forKey: .loss)
    try fields.encode(JSONNumber(loss?.invariance), forKey: .invariance)
    try fields.encode(JSONNumber(loss?.redundancy), forKey: .redundancy)
    try fields.encode(JSONNumber(loss?.logarithmPerFeature(lambda: lambda)), forKey: .logarithmPerFeature)
    let rows = (includesMatrix ? loss : nil).map { loss in
      (0..<loss.featureCount).map { row in
        loss.crossCorrelation[row * loss.featureCount..<(row + 1) * loss.featureCount].map { JSONNumber($0) }
      }
    }
    try fields.encode(rows, forKey: .crossCorrelation)
    guard case .failure(let failure) = result else { return try fields.encodeNil(forKey: .error) }
    var nested = fields.nestedContainer(keyedBy: Key.self, forKey: .error)
    try nested.encode(failure.code.rawValue, forKey: .code)
    try nested.encode(failure.message, forKey: .message)
  }
}
