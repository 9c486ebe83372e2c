import Foundation
import SystemPackage

/// What `Reference/make_reference.py` found in a dump, by another route and without our code.
struct Reference: Decodable {
  struct Fit: Decodable {
    /// Last fitted rank.
    let last: Int
    let alpha, intercept, rSquared: Double
  }

  /// Relative to the repository.
  let path: String
  let sampleCount, featureCount: Int
  let dataType: String
  let nonFiniteRows, resolvableRank: Int
  let noiseFloor, totalVariance, effectiveRank, participationRatio, stableRank: Double
  /// By fit range as the command line takes it.
  let fits: [String: Fit]
  /// Descending, λ in units of the features squared.
  let eigenvalues: [Double]

  var file: FilePath { Self.repository.appending(path) }

  static let repository = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()

  static func all() throws -> [Reference] {
    let file = repository.appending("Tests/AnalysisEngineTests/Reference/reference.json")
    return try JSONDecoder().decode([Reference].self, from: Data(contentsOf: URL(filePath: file.string)))
  }
}
