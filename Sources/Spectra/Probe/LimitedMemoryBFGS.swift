import LinearAlgebra

/// Minimises a smooth function by L-BFGS with a line search that fulfils the weak Wolfe conditions.
///
/// Source: Nocedal, Wright, *Numerical Optimization*, 2nd ed., 7.2; the line search is the bracketing of Lewis,
/// Overton, *Nonsmooth optimization via quasi-Newton methods*, 2013, which ends for every function that is bounded
/// below.
struct LimitedMemoryBFGS {
  /// Pairs of steps and changes of the gradient that stand for the Hessian.
  static let historyCount = 10
  private static let greatestTrialCount = 50

  struct Point {
    var parameters: [Double]
    var value: Double
    var gradient: [Double]
  }

  private(set) var point: Point
  private var history: [(step: [Double], change: [Double], curvature: Double)] = []
  private(set) var iterationCount = 0

  /// - Parameter evaluate: the function: its value, and its gradient written to the second argument.
  init(from parameters: [Double], evaluate: ([Double], inout [Double]) throws -> Double) rethrows {
    var gradient = parameters.map { _ in 0.0 }
    let value = try evaluate(parameters, &gradient)
    point = Point(parameters: parameters, value: value, gradient: gradient)
  }

  /// Takes a step downhill. False, and stays, where rounding hides every descent.
  mutating func step(evaluate: ([Double], inout [Double]) throws -> Double) rethrows -> Bool {
    let direction = descentDirection()
    let slope = BLAS.dot(direction, point.gradient)
    guard slope < 0 else { return false }
    // The first direction has no length of its own.
    let first = history.isEmpty ? 1 / BLAS.dot(point.gradient, point.gradient).squareRoot() : 1
    guard let next = try search(along: direction, slope: slope, first: first, evaluate: evaluate) else { return false }
    var step = next.parameters
    BLAS.add(-1, times: point.parameters, to: &step)
    var change = next.gradient
    BLAS.add(-1, times: point.gradient, to: &change)
    let curvature = BLAS.dot(step, change)
    if curvature > 0 {
      if history.count == Self.historyCount { history.removeFirst() }
      history.append((step, change, curvature))
    }
    point = next
    iterationCount += 1
    return true
  }

  /// −Hg, H the inverse Hessian that the history stands for (two-loop recursion).
  private func descentDirection() -> [Double] {
    var direction = point.gradient
    var shares: [Double] = []
    for pair in history.reversed() {
      let share = BLAS.dot(pair.step, direction) / pair.curvature
      BLAS.add(-share, times: pair.change, to: &direction)
      shares.append(share)
    }
    if let last = history.last {
      let scale = last.curvature / BLAS.dot(last.change, last.change)
      for j in direction.indices { direction[j] *= scale }
    }
    for (pair, share) in zip(history, shares.reversed()) {
      BLAS.add(share - BLAS.dot(pair.change, direction) / pair.curvature, times: pair.step, to: &direction)
    }
    for j in direction.indices { direction[j].negate() }
    return direction
  }

  /// The first length tried that descends enough (10⁻⁴ of the slope) and far enough (to 0.9 of it).
  private func search(
    along direction: [Double], slope: Double, first: Double, evaluate: ([Double], inout [Double]) throws -> Double
  ) rethrows -> Point? {
    var low = 0.0
    var high = Double.infinity
    var length = first
    for _ in 0..<Self.greatestTrialCount {
      var trial = point
      BLAS.add(length, times: direction, to: &trial.parameters)
      trial.value = try evaluate(trial.parameters, &trial.gradient)
      // Not finite is too far, too.
      if !(trial.value <= point.value + 1e-4 * length * slope) {
        high = length
      } else if BLAS.dot(trial.gradient, direction) < 0.9 * slope {
        low = length
      } else {
        return trial
      }
      length = high < .infinity ? (low + high) / 2 : 2 * low
    }
    return nil
  }
}
