import Foundation
import SystemPackage

/// What `Reference/make_reference.py` found in a dump, by another route and without our code.
struct Reference: Decodable {
  struct Line: Decodable {
    let alpha, intercept, rSquared: Double
  }

  struct Fits: Decodable {
    /// Last fitted rank.
    let last: Int
    let weighted, ols, robust: Line
  }

  struct Interval: Decodable {
    let standardError: Double
    let interval: [Double]
  }

  /// Relative to the repository.
  let path: String
  let sampleCount, featureCount: Int
  let dataType: String
  let nonFiniteRows, resolvableRank: Int
  let noiseFloor, totalVariance, rankMe, effectiveRank, participationRatio, stableRank, conditionNumber: Double
  let selfCluster: Double
  /// By fit range as the command line takes it.
  let fits: [String: Fits]
  /// Of some dumps: by estimator (over ranks 11…100) and by rank measure, from leaving out each of 20 groups of rows.
  let jackknife: [String: Interval]?
  /// Descending, λ in units of the features squared.
  let eigenvalues: [Double]

  var file: FilePath { Self.repository.appending(path) }

  static let repository = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()

  static func all() throws -> [Reference] {
    let file = repository.appending("Tests/AnalysisEngineTests/Reference/reference.json")
    return try JSONDecoder().decode([Reference].self, from: Data(contentsOf: URL(filePath: file.string)))
  }
}
