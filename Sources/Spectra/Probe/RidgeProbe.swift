public import LinearAlgebra

/// One-vs-rest least squares with a squared penalty: minimises ‖Y − 1bᵀ − ZWᵀ‖² + κ‖W‖² over the weights W (C × K) and
/// the intercepts b, of which row i of Y is 1 at its class and 0 elsewhere, with one κ for all classes.
///
/// Rows come once, in blocks: the K × K matrix of their products is kept whatever their number N, also where N < K (its
/// rank is N − 1 then, and κ > 0 makes the solution unique). Memory is 8·K² bytes and 32·CK.
public struct RidgeProbe: Sendable {
  private var moments: MomentsAccumulator
  /// Σ z over the rows of each class, C × K.
  private var classSums: [Double]
  private var classCounts: [Int]

  /// What is minimised, solved.
  public struct Solution: Sendable {
    /// κ, in units of Σz².
    public let penalty: Double
    /// W, C × K, row-major.
    public let weights: [Double]
    /// b.
    public let intercepts: [Double]
  }

  /// No rows yet. Throws `orderTooLarge`.
  public init(featureCount: Int, classCount: Int) throws(LinearAlgebraError) {
    moments = try MomentsAccumulator(featureCount: featureCount)
    classSums = [Double](repeating: 0, count: classCount * featureCount)
    classCounts = [Int](repeating: 0, count: classCount)
  }

  /// Adds rows of standardised features, all finite, with the number of each row's class.
  public mutating func add(_ block: borrowing RowBlock, classes: [Int]) {
    precondition(classes.count == block.rowCount, "\(classes.count) classes of \(block.rowCount) rows")
    moments.add(block)
    let k = block.columnCount
    classSums.withUnsafeMutableBufferPointer { sums in
      block.values.withUnsafeBufferPointer { values in
        for (i, number) in classes.enumerated() {
          for j in 0..<k { sums[number * k + j] += values[i * k + j] }
        }
      }
    }
    for number in classes { classCounts[number] += 1 }
  }

  /// The solution for the rows added, at least two that differ.
  ///
  /// - Parameter penalty: κ > 0; nil for that of a grid with the least generalised cross-validation.
  /// - Throws: `eigenvaluesFailed`.
  public consuming func solution(penalty: Double? = nil) throws(LinearAlgebraError) -> Solution {
    let n = Double(moments.sampleCount)
    let centred = centredClassMeans()
    let shares = classCounts.map { Double($0) / n }
    // Out of `self`, so that its matrix has one owner and is overwritten, not copied.
    var taken = try MomentsAccumulator(featureCount: 0)
    swap(&taken, &moments)
    let system = try ShiftedSystem(taken.covariance(), sides: centred)
    let variance = shares.reduce(0) { $0 + $1 * (1 - $1) }
    let validation = CrossValidation(system: system, rowCount: n, variance: variance)
    let chosen = if let penalty { penalty } else { try validation.bestPenalty() }
    let weights = try system.solution(shift: chosen / n)
    // The mean of standardised rows is 0 but for rounding.
    return Solution(penalty: chosen, weights: weights, intercepts: shares)
  }

  /// (Σ z over a class − its count · z̄) / N, C × K.
  private func centredClassMeans() -> [Double] {
    let n = Double(moments.sampleCount)
    let k = classSums.count / classCounts.count
    var mean = [Double](repeating: 0, count: k)
    for c in classCounts.indices {
      for j in 0..<k { mean[j] += classSums[c * k + j] / n }
    }
    var result = classSums
    for (c, count) in classCounts.enumerated() {
      for j in 0..<k { result[c * k + j] = (result[c * k + j] - Double(count) * mean[j]) / n }
    }
    return result
  }
}
