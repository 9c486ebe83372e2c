import Foundation

/// What numpy and scipy computed for the tests of those who use these numbers.
enum Reference {
  struct Pairs: Decodable {
    let name: String
    let x, y: [Double]
    let line: Line?
  }

  struct Line: Decodable {
    let intercept, slope, interceptError, slopeError, rSquared, residualDeviation: Double
    /// x, and the ends of the band there.
    let band: [[Double]]
  }

  struct Draw: Decodable {
    let seed: UInt32
    let count: Int
    let order: [Int]
  }

  struct Numbers: Decodable { let permutations, draws: [Draw] }

  struct Quantile: Decodable {
    let degreesOfFreedom: Int
    let probability, bound: Double
  }

  static func pairs() throws -> [Pairs] {
    struct Content: Decodable { let pairs: [Pairs] }
    return try read(Content.self, "GoldilocksTests/Reference/reference.json").pairs
  }

  static func numbers() throws -> Numbers { try read(Numbers.self, "GoldilocksTests/Reference/selection.json") }

  static func quantiles() throws -> [Quantile] {
    struct Content: Decodable { let studentT: [Quantile] }
    return try read(Content.self, "AnalysisEngineTests/Reference/measures.json").studentT
  }

  private static func read<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    let file = URL(filePath: #filePath).appending(path: "../../\(name)").standardized
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }
}
