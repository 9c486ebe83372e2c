import Glibc
import LinearAlgebra

/// What turns the products of two centred views into their correlations: Cᵢⱼ = Pᵢⱼ fᵢ gⱼ + oᵢ qⱼ.
struct ViewScaling {
  struct View {
    /// By which the products are multiplied; 0 for a feature that has no spread.
    var factors: [Double]
    /// Where the view's mean lies beside that by which it is centred, in standard deviations.
    var offsets: [Double]
  }

  let first: View
  let second: View

  init(_ moments: borrowing CrossMoments, variant: BarlowTwinsLoss.Variant) {
    let n = Double(max(1, moments.sampleCount))
    switch variant {
    case .formula:
      first = Self.scaled(moments.first.squares)
      second = Self.scaled(moments.second.squares)
    case .batchnorm:
      first = Self.scaled(Self.regularized(moments.first, count: n))
      second = Self.scaled(Self.regularized(moments.second, count: n))
    case .fastssl:
      (first, second) = Self.pooled(moments.first, moments.second, count: n)
    }
  }

  /// Square roots of two numbers one by one, not of their product: that can leave the range of a double.
  private static func scaled(_ squares: [Double]) -> View {
    View(
      factors: squares.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }, offsets: [Double](repeating: 0, count: squares.count))
  }

  /// Σ(x − x̄)² + N·10⁻⁵ in the view's unit.
  private static func regularized(_ view: CrossMoments.View, count: Double) -> [Double] {
    let epsilon = 1e-5 * count * exp2(Double(-2 * view.exponent))
    return view.squares.map { $0 + epsilon }
  }

  /// About the mean of both views, which lies halfway: with δ half the difference of their means, Σ(a − m)(b − m′) is the centred
  /// product − Nδδ′, and the sum of squares of both is that of each + 2Nδ².
  private static func pooled(_ a: CrossMoments.View, _ b: CrossMoments.View, count: Double) -> (View, View) {
    let exponent = max(a.exponent, b.exponent)
    let (unitA, unitB) = (exp2(Double(a.exponent - exponent)), exp2(Double(b.exponent - exponent)))
    var (first, second) = (scaled([]), scaled([]))
    for j in a.means.indices {
      let delta = (a.means[j] * unitA - b.means[j] * unitB) / 2
      let squares = a.squares[j] * unitA * unitA + b.squares[j] * unitB * unitB + 2 * count * delta * delta
      let inverse = squares > 0 ? ((2 * count - 1) / squares).squareRoot() : 0
      first.factors.append(unitA * inverse / count.squareRoot())
      second.factors.append(unitB * inverse / count.squareRoot())
      first.offsets.append(delta * inverse)
      second.offsets.append(-delta * inverse)
    }
    return (first, second)
  }
}
