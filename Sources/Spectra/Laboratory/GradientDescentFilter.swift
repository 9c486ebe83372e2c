import Glibc

/// What t steps of gradient descent from 0 make of an eigenvalue: (1 − (1 − ηs)ᵗ)/s, and ηt at 0.
struct GradientDescentFilter {
  let learningRate: Double
  let steps: Int

  func value(_ eigenvalue: Double) -> Double {
    let t = Double(steps)
    guard eigenvalue > 0 else { return learningRate * t }
    let step = learningRate * eigenvalue
    // By logarithms where 1 − ηs would lose the digits of ηs.
    let remainder = step < 0.5 ? -expm1(t * log1p(-step)) : 1 - pow(1 - step, t)
    return remainder / eigenvalue
  }
}
