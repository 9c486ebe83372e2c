/// First and second moments of two views of the same samples: what correlates them, and nothing about how the features of one view
/// correlate among themselves.
public struct CrossMoments: Sendable {
  /// What each feature of a view does by itself.
  public struct View: Sendable {
    /// D means, in units of 2^`exponent`.
    public let means: [Double]
    /// D sums Σ (x − x̄)², in units of 4^`exponent`; exactly 0 for a feature that is constant.
    public let squares: [Double]
    /// 0 unless squares of the features leave the range of a double.
    public let exponent: Int
  }

  /// The view whose features are the rows of `products`.
  public let first: View
  /// The view whose features are the columns of `products`.
  public let second: View
  /// Σ (aᵢ − āᵢ)(bⱼ − b̄ⱼ), row-major, a row for each feature of the first view; in the product of both views' units.
  public private(set) var products: [Double]
  /// Pairs of rows that entered.
  public let sampleCount: Int
  /// Pairs left out because either row holds a NaN or an infinity.
  public let nonFiniteRowCount: Int

  init(first: View, second: View, products: [Double], sampleCount: Int, nonFiniteRowCount: Int) {
    self.first = first
    self.second = second
    self.products = products
    self.sampleCount = sampleCount
    self.nonFiniteRowCount = nonFiniteRowCount
  }

  /// Hands the products over, so that whoever overwrites them is their only owner and copies nothing.
  public mutating func takeProducts() -> [Double] {
    var taken: [Double] = []
    swap(&taken, &products)
    return taken
  }
}
