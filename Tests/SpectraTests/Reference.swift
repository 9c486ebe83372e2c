import Foundation
import LinearAlgebra
import Spectra

/// What `AnalysisEngineTests/Reference/make_reference.py` computed with numpy and scipy, without our code.
enum Reference {
  struct Line: Decodable {
    let alpha, intercept, rSquared: Double
  }

  struct Interval: Decodable {
    let standardError: Double
    let interval: [Double]
  }

  /// Of one dump: its eigenvalues, and what is fitted to the resolved ones.
  struct Dump: Decodable {
    struct Fits: Decodable {
      let last: Int
      let weighted, ols, robust: Line
    }

    let path: String
    let resolvableRank: Int
    let fits: [String: Fits]
    let eigenvalues: [Double]
  }

  /// Small features with what is computed from them.
  struct Features: Decodable {
    let rows: [[Double]]
    let selfCluster, rankMe: Double
    let groups, first, last: Int?
    let jackknife: [String: Interval]?
  }

  struct Views: Decodable {
    /// An object a row: its views one after another.
    let objects: [[Double]]
    let viewCount: Int
    let lidar: Double
  }

  struct Measures: Decodable {
    let features: [Features]
    let views: Views
  }

  static func dumps() throws -> [Dump] { try read("reference.json") }
  static func measures() throws -> Measures { try read("measures.json") }

  private static func read<Value: Decodable>(_ name: String) throws -> Value {
    let file = URL(filePath: #filePath).appending(path: "../../AnalysisEngineTests/Reference/\(name)").standardized
    return try JSONDecoder().decode(Value.self, from: Data(contentsOf: file))
  }
}

/// The spectrum of rows, by the route that their shape asks for.
func spectrum(of rows: [[Double]], unitRoundoff: Double = 0) throws -> Eigenspectrum {
  try Eigenspectrum(secondMoments(of: rows), featureCount: rows[0].count, unitRoundoff: unitRoundoff)
}

func secondMoments(of rows: [[Double]]) throws -> SecondMoments {
  var moments = try FeatureMoments(sampleCount: rows.count, featureCount: rows[0].count)
  moments.add(RowBlock(rows: rows))
  return try moments.secondMoments()
}
