import Glibc
import LinearAlgebra

/// One draw of a simulation: whitened covariates and targets, the same for every α, so that what α does is not blurred by what was
/// drawn.
public struct RegressionSample: Sendable {
  private let simulation: RegressionSimulation
  /// Z, n × D.
  private let whitened: RowBlock
  /// y, n numbers: they do not depend on α either.
  private let targets: [Double]
  /// c.
  private let target: [Double]

  /// Row by row, D covariates and then the noise, from the generator's stream of this number.
  init(_ simulation: RegressionSimulation, number: Int) {
    let columns = simulation.featureCount
    let target = simulation.target
    var generator = NormalGenerator(seed: simulation.seed, stream: UInt64(truncatingIfNeeded: number))
    var rows = RowBlock(capacity: simulation.sampleCount, columnCount: columns)
    var targets = [Double](repeating: 0, count: simulation.sampleCount)
    rows.values.withUnsafeMutableBufferPointer { values in
      target.withUnsafeBufferPointer { target in
        for i in targets.indices {
          var y = 0.0
          for j in 0..<columns {
            let z = generator.next()
            values[i * columns + j] = z
            y += target[j] * z
          }
          targets[i] = y + simulation.noise * generator.next()
        }
      }
    }
    rows.setRowCount(simulation.sampleCount)
    self.simulation = simulation
    self.target = target
    self.targets = targets
    whitened = rows
  }

  /// What training comes to where variances fall as rank^(−α), α one of `PowerLaw.decays`.
  ///
  /// - Throws: where LAPACK finds no eigenvalues.
  public func outcome(alpha: Double) throws(LinearAlgebraError) -> RegressionOutcome {
    let deviations = PowerLaw.values(decay: alpha / 2, count: simulation.featureCount)
    if case .onePass(let size) = simulation.training {
      let rate = simulation.learningRate(variances: deviations.map { $0 * $0 }, batchSize: size)
      return RegressionOutcome(
        excessRisk: excessRisk(afterOnePassOf: size, learningRate: rate, deviations: deviations), minimumNormRisk: nil)
    }
    let regression = try SpectralRegression(covariates(deviations), targets: targets)
    let interpolating = excessRisk(regression.weights { $0 > 0 ? 1 / $0 : 0 }, deviations: deviations)
    guard case .fullBatch(let steps) = simulation.training else {
      return RegressionOutcome(excessRisk: interpolating, minimumNormRisk: interpolating)
    }
    let greatest = regression.eigenvalues.first ?? 0
    let filter = GradientDescentFilter(learningRate: simulation.learningRate ?? 1 / greatest, steps: steps)
    return RegressionOutcome(
      excessRisk: excessRisk(regression.weights(filter.value), deviations: deviations),
      minimumNormRisk: interpolating)
  }

  /// X = Z Λ^½.
  private func covariates(_ deviations: [Double]) -> RowBlock {
    var rows = whitened
    let columns = rows.columnCount
    rows.values.withUnsafeMutableBufferPointer { values in
      deviations.withUnsafeBufferPointer { deviations in
        for i in targets.indices {
          for j in 0..<columns { values[i * columns + j] *= deviations[j] }
        }
      }
    }
    return rows
  }

  /// ‖Λ^½w − c‖².
  private func excessRisk(_ weights: [Double], deviations: [Double]) -> Double {
    var risk = 0.0
    for j in target.indices {
      let difference = deviations[j] * weights[j] - target[j]
      risk += difference * difference
    }
    return risk
  }

  /// Batches in the order of the rows; in whitened coordinates u = Λ^½w a step is u += (η/B) Σ λ z (y − zᵀu).
  private func excessRisk(afterOnePassOf size: Int, learningRate: Double, deviations: [Double]) -> Double {
    let columns = whitened.columnCount
    let rates = deviations.map { $0 * $0 * learningRate / Double(size) }
    var weights = [Double](repeating: 0, count: columns)
    var gradient = weights
    whitened.values.withUnsafeBufferPointer { values in
      weights.withUnsafeMutableBufferPointer { weights in
        gradient.withUnsafeMutableBufferPointer { gradient in
          for batch in 0..<(targets.count / size) {
            gradient.update(repeating: 0)
            for i in (batch * size)..<((batch + 1) * size) {
              var residual = targets[i]
              for j in 0..<columns { residual -= values[i * columns + j] * weights[j] }
              for j in 0..<columns { gradient[j] += values[i * columns + j] * residual }
            }
            for j in 0..<columns { weights[j] += rates[j] * gradient[j] }
          }
        }
      }
    }
    return zip(weights, target).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }
}
