import Foundation
import NumericalTesting

/// Features whose covariance is known: eigenvalues k^(−α), mean 0, along directions that are not the axes.
struct ExactFeatures {
  let rows: [[Double]]
  /// Descending.
  let eigenvalues: [Double]

  /// N > D rows. Their columns are cosines, orthogonal to one another and to a constant (the discrete cosine
  /// transform), then reflected at a plane.
  init(rowCount: Int, features: Int, decay: Double) {
    eigenvalues = (1...features).map { pow(Double($0), -decay) }
    let amplitudes = eigenvalues.map { (2 * $0).squareRoot() }
    // All N·D phases are multiples of π/2N.
    let cosines = (0..<4 * rowCount).map { cos(.pi * Double($0) / Double(2 * rowCount)) }
    var generator = SeededGenerator(seed: 5)
    let normal = (0..<features).map { _ in generator.normal() }
    let squaredNorm = normal.reduce(0) { $0 + $1 * $1 }
    rows = (0..<rowCount).map { i in
      var row = amplitudes
      var projection = 0.0
      for k in 0..<features {
        row[k] *= cosines[(2 * i + 1) * (k + 1) % (4 * rowCount)]
        projection += row[k] * normal[k]
      }
      let reach = 2 * projection / squaredNorm
      for k in 0..<features { row[k] -= reach * normal[k] }
      return row
    }
  }
}

/// Rows of multiples of 2⁻²⁰ up to 2¹⁰ or so, which no offset up to 2²⁰ rounds.
func quantized(_ rows: [[Double]]) -> [[Double]] {
  rows.map { $0.map { ($0 * 0x1p20).rounded() * 0x1p-20 } }
}

/// exp of the entropy of numbers over their sum, with `floor` added to every share.
func exponentialEntropy(_ values: [Double], floor: Double = 0) -> Double {
  let sum = values.reduce(0, +)
  let entropy = values.reduce(0) { entropy, value in
    let p = value / sum + floor
    return p > 0 ? entropy - p * log(p) : entropy
  }
  return exp(entropy)
}
