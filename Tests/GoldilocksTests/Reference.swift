import Foundation
import Goldilocks

/// What `Reference/make_reference.py` computed with numpy and scipy, without our code.
struct Reference: Decodable {
  struct Pairs: Decodable, CustomStringConvertible {
    let name: String
    let x, y: [Double]
    let pearson, spearman, kendall: Coefficient

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
