import Goldilocks
import Statistics

/// A curve through points with the band that it lies in.
struct SmoothFit {
  let title: String
  let value: (Double) -> Double
  let interval: (Double) -> ClosedRange<Double>?

  /// Nil where there is no line.
  init?(lineOf x: [Double], _ y: [Double]) {
    guard let line = LeastSquaresLine(x: x, y: y) else { return nil }
    title = "least squares, 95 %"
    value = line.value(at:)
    interval = line.interval(at:)
  }

  init?(parabolaOf x: [Double], _ y: [Double]) {
    guard let parabola = QuadraticFit(x: x, y: y) else { return nil }
    title = "parabola and optimum, 95 %"
    value = parabola.value(at:)
    interval = parabola.interval(at:)
  }
}
