import Foundation

/// What `Reference/make_selection_reference.py` computed with numpy and scipy, without our code.
struct SelectionReference: Decodable {
  struct Outcome: Decodable {
    let probes: [Int]
    let losses: [Double]
    let probesMean, exactBest, withinTolerance, meanLoss, maxLoss: Double
  }

  struct Replay: Decodable, CustomStringConvertible {
    let name: String
    let keys, accuracies: [Double]
    let earlier: [[Double]]
    let parallel, shuffles: Int
    let tolerance: Double
    let probesPerStep, harmonic: [Double]
    let ratio: Double
    /// The last ones of every shuffle, nil where there is none.
    let bounds: [[Double?]]
    let selection, random, shuffledKey: Outcome
    let successiveHalving: Outcome?

    var description: String { name }
  }

  struct Zone: Decodable {
    let keys, scores: [Double]
    let draws: Int
    let lower, upper: [Double?]
    let lowerShare, upperShare: Double
  }

  struct Parabola: Decodable {
    let x, y: [Double]
    let turn: Double
    let interval: [Double]?
    let opensDownwards: Bool
    let residualDeviation: Double
    /// x, and the ends of the band there.
    let band: [[Double]]
  }

  struct Comparison: Decodable {
    let x, other, outcome: [Double]
    let z, p: Double
  }

  struct Test: Decodable {
    let pearson, spearman: Comparison
  }

  let replays: [Replay]
  let zones: [Zone]
  let parabolas: [Parabola]
  let tests: [Test]

  init() throws {
    let file = URL(filePath: #filePath).appending(path: "../Reference/selection.json").standardized
    self = try JSONDecoder().decode(SelectionReference.self, from: Data(contentsOf: file))
  }
}
