import Glibc
import LinearAlgebra

/// Multinomial logistic regression: minimises ½‖W‖² + C·Σ −ln p over the weights W (C × K) of the standardised features
/// and free intercepts, p the softmax of the row's class. Two classes have a weight each, too, so their optimum is that
/// of a binary regression with 2C in place of C.
///
/// The penalty makes the function strongly convex with modulus 1 in W, so that it lies at most ½‖gradient‖² above its
/// minimum once the intercepts are settled: the search ends where that is 10⁻⁸ of its value.
struct LogisticProbe {
  /// C of the loss.
  let lossWeight: Double
  static let greatestIterationCount = 2_000
  private static let tolerance = 1e-8

  struct Solution {
    let classifier: LinearClassifier
    let optimization: ProbeResult.Optimization
  }

  /// - Parameter progress: called after each step with the number of steps.
  /// - Throws: what the rows throw.
  func train(on rows: StandardizedRows, progress: (Int) -> Void) throws -> Solution {
    let (c, k) = (rows.classCount, rows.standardization.featureCount)
    var objective = Objective(rows: rows, lossWeight: lossWeight)
    let start = [Double](repeating: 0, count: c * (k + 1))
    var search = try LimitedMemoryBFGS(from: start) { try objective.evaluate($0, gradient: &$1) }
    var hasConverged = Self.isMinimum(search.point)
    while !hasConverged, search.iterationCount < Self.greatestIterationCount {
      guard try search.step(evaluate: { try objective.evaluate($0, gradient: &$1) }) else { break }
      hasConverged = Self.isMinimum(search.point)
      progress(search.iterationCount)
    }
    return Solution(
      classifier: LinearClassifier(parameters: search.point.parameters, classCount: c),
      optimization: ProbeResult.Optimization(
        objective: search.point.value, iterationCount: search.iterationCount, hasConverged: hasConverged))
  }

  private static func isMinimum(_ point: LimitedMemoryBFGS.Point) -> Bool {
    BLAS.dot(point.gradient, point.gradient) / 2 <= tolerance * point.value
  }

  /// The function and its gradient. Parameters are W, row by row, then the intercepts.
  private struct Objective {
    let rows: StandardizedRows
    let lossWeight: Double
    private var scores: [Double] = []

    init(rows: StandardizedRows, lossWeight: Double) {
      self.rows = rows
      self.lossWeight = lossWeight
    }

    mutating func evaluate(_ parameters: [Double], gradient: inout [Double]) throws -> Double {
      let (c, k) = (rows.classCount, rows.standardization.featureCount)
      let classifier = LinearClassifier(parameters: parameters, classCount: c)
      for j in gradient.indices { gradient[j] = 0 }
      var loss = 0.0
      try rows.forEachBatch { batch, classes in
        classifier.score(batch, into: &scores)
        loss += Self.replaceByErrors(&scores, classes: classes, classCount: c)
        BLAS.add(
          transposed: scores, times: batch.values, rows: batch.rowCount, outer: c, columns: k, to: &gradient)
        for i in 0..<batch.rowCount {
          for j in 0..<c { gradient[c * k + j] += scores[i * c + j] }
        }
      }
      var squares = 0.0
      for j in 0..<(c * k) {
        squares += parameters[j] * parameters[j]
        gradient[j] = lossWeight * gradient[j] + parameters[j]
      }
      for j in (c * k)..<(c * k + c) { gradient[j] *= lossWeight }
      return squares / 2 + lossWeight * loss
    }

    /// Turns scores into p − y, and returns Σ −ln p of the rows' own classes.
    private static func replaceByErrors(_ scores: inout [Double], classes: [Int], classCount c: Int) -> Double {
      var loss = 0.0
      scores.withUnsafeMutableBufferPointer { scores in
        for (i, number) in classes.enumerated() {
          let row = UnsafeMutableBufferPointer(rebasing: scores[i * c..<(i + 1) * c])
          var greatest = -Double.infinity
          for score in row { greatest = max(greatest, score) }
          let own = row[number]
          var sum = 0.0
          for j in 0..<c {
            row[j] = exp(row[j] - greatest)
            sum += row[j]
          }
          loss += log(sum) + greatest - own
          for j in 0..<c { row[j] /= sum }
          row[number] -= 1
        }
      }
      return loss
    }
  }
}

extension LinearClassifier {
  /// - Parameter parameters: the weights, C × K, then the intercepts.
  fileprivate init(parameters: [Double], classCount: Int) {
    weights = Array(parameters.dropLast(classCount))
    intercepts = Array(parameters.suffix(classCount))
  }
}
