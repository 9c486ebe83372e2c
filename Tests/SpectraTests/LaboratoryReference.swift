import Foundation
import Testing

/// What `Reference/make_laboratory.py` computed with numpy and torch, step by step and without our code.
struct LaboratoryReference: Decodable {
  struct Outcome: Decodable {
    let alpha, risk: Double
    let minimumNorm, expected: Double?
  }

  struct Setting: Decodable, CustomTestStringConvertible {
    let dimension, samples, trial: Int
    let b, sigma: Double
    let seed: UInt64
    let steps, batch: Int?
    let rate: Double?
    let outcomes: [Outcome]

    var testDescription: String { "\(samples) × \(dimension), trial \(trial)" }
  }

  struct Stream: Decodable {
    let seed, stream: UInt64
    let numbers: [Double]
  }

  struct Views: Decodable {
    struct Loss: Decodable {
      let matrix: [[Double]]
      let invariance, redundancy, loss: Double
    }

    let kind: String
    let first, second: [[Double]]
    let lambda: Double
    let variants: [String: Loss]
  }

  let fullBatch, onePass: [Setting]
  let normals: [Stream]

  static func laboratory() throws -> LaboratoryReference { try read("laboratory.json") }
  static func views() throws -> [Views] { try read("barlow_twins.json") }

  private static func read<Value: Decodable>(_ name: String) throws -> Value {
    let file = URL(filePath: #filePath).appending(path: "../Reference/\(name)").standardized
    return try JSONDecoder().decode(Value.self, from: Data(contentsOf: file))
  }
}
