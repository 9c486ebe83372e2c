/// α̂ against α for one number of rows, one number of dimensions and one range of ranks.
public struct SamplingBias: Sendable, Equatable {
  /// What the draws at one α say of it.
  public struct Point: Sendable, Equatable {
    /// Of the population.
    public let alpha: Double
    /// Over the draws that resolve the range; nil where none does.
    public let estimate: SampleMean?
  }

  /// N.
  public let sampleCount: Int
  /// D.
  public let featureCount: Int
  /// The fitted ranks.
  public let fitRange: FitRange
  /// In ascending order of α.
  public let points: [Point]

  /// A curve for each N and, within it, each range.
  ///
  /// - Parameters:
  ///   - sampling: what was drawn from.
  ///   - alphas: ascending.
  ///   - draws: for each draw, and each α, what `SpectrumSample.estimates` gave.
  public static func curves(
    _ sampling: SpectrumSampling, alphas: [Double], draws: [[[[Double?]]]]
  ) -> [SamplingBias] {
    sampling.sampleCounts.enumerated().flatMap { row, sampleCount in
      sampling.fitRanges.enumerated().map { column, range in
        SamplingBias(
          sampleCount: sampleCount, featureCount: sampling.featureCount, fitRange: range,
          points: alphas.enumerated().map { index, alpha in
            Point(alpha: alpha, estimate: SampleMean(draws.compactMap { $0[index][row][column] }))
          })
      }
    }
  }
}
