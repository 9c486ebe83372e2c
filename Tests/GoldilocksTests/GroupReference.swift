import Foundation
import Goldilocks

/// What `Reference/make_group_reference.py` computed with numpy and scipy, without our code.
struct GroupReference: Decodable {
  struct Pairs: Decodable {
    struct Group: Decodable {
      let x, y: [Double]
      var pairs: [(x: Double, y: Double)] { zip(x, y).map { (x: $0, y: $1) } }
    }

    struct Expected: Decodable {
      let pooled: Reference.Coefficient
      let groups: [Reference.Coefficient?]
      let within: Reference.Coefficient
    }

    let name: String
    let groups: [Group]
    let pearson, spearman: Expected

    func found(_ coefficient: Correlation.Coefficient) -> GroupedCorrelation? {
      GroupedCorrelation(coefficient, of: groups.map(\.pairs))
    }
  }

  struct Variance: Decodable {
    let name: String
    let groups: [[Double]]
    let ratio, p, share: Double
    let freedom: [Int]
    let intervals: [[Double]]
  }

  let pairs: [Pairs]
  let variances: [Variance]

  init() throws {
    let file = URL(filePath: #filePath).appending(path: "../Reference/groups.json").standardized
    self = try JSONDecoder().decode(GroupReference.self, from: Data(contentsOf: file))
  }
}
