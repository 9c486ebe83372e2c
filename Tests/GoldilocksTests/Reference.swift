import Foundation
import Goldilocks
import NumericalTesting

/// What `Reference/make_reference.py` computed with numpy and scipy, without our code.
struct Reference: Decodable {
  struct Pairs: Decodable, CustomStringConvertible {
    let name: String
    let x, y: [Double]
    let pearson, spearman, kendall: Coefficient
    let line: Line?

    var description: String { name }

    func expected(_ coefficient: Correlation.Coefficient) -> Coefficient {
      switch coefficient {
      case .pearson: pearson
      case .spearman: spearman
      case .kendall: kendall
      }
    }
  }

  struct Coefficient: Decodable {
    let value, p: Double
    let interval: [Double]
  }

  struct Line: Decodable {
    let intercept, slope, interceptError, slopeError, rSquared, residualDeviation: Double
    /// x, and the ends of the band there.
    let band: [[Double]]
  }

  struct Group: Decodable {
    let values: [Double]
    let mean, deviation: Double
  }

  let pairs: [Pairs]
  let groups: [Group]
  let scores: [[Double?]]
  let meanRanks: [Double?]

  init() throws {
    let file = URL(filePath: #filePath).appending(path: "../Reference/reference.json").standardized
    self = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
  }
}

/// Pairs of normal numbers, of which y follows x by this share.
func normalPairs(_ count: Int, strength: Double, seed: UInt64) -> (x: [Double], y: [Double]) {
  var generator = SeededGenerator(seed: seed)
  let x = (0..<count).map { _ in generator.normal() }
  let rest = (1 - strength * strength).squareRoot()
  return (x, x.map { strength * $0 + rest * generator.normal() })
}
