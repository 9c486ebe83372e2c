public import LinearAlgebra

/// Samples from a population whose D variances fall as rank^(−α), and what α̂ they give: how the number of rows, that of dimensions
/// and the fitted ranks move it.
public struct SpectrumSampling: Sendable, Equatable {
  /// D.
  public let featureCount: Int
  /// The N's, ascending; a smaller sample is the beginning of a larger one.
  public let sampleCounts: [Int]
  /// The ranks that are fitted, each range to every sample.
  public let fitRanges: [FitRange]
  /// How they are fitted.
  public let estimator: PowerLawFit.Estimator
  /// Of all that is drawn.
  public let seed: UInt64

  /// - Throws: what is wrong with a parameter, by its name.
  public init(
    featureCount: Int, sampleCounts: [Int], fitRanges: [FitRange] = [.standard],
    estimator: PowerLawFit.Estimator = .weighted, seed: UInt64 = 0
  ) throws(SimulationError) {
    try SimulationError.require(featureCount >= 2, "the dimension", "has to be at least 2")
    try SimulationError.require(!fitRanges.isEmpty, "the fit range", "has to be given")
    let isAscending = zip(sampleCounts, sampleCounts.dropFirst()).allSatisfy { $0 < $1 }
    try SimulationError.require(
      isAscending && (sampleCounts.first ?? 0) >= 2, "the number of samples", "has to be at least 2, and ascending")
    try SimulationError.requireRoom(rows: sampleCounts.last ?? 0, features: featureCount)
    self.featureCount = featureCount
    self.sampleCounts = sampleCounts
    self.fitRanges = fitRanges
    self.estimator = estimator
    self.seed = seed
  }

  /// The sample of this number, the same again for the same seed, D and greatest N.
  public func sample(_ number: Int) -> SpectrumSample { SpectrumSample(self, number: number) }
}

/// One draw of whitened rows, the same for every α.
public struct SpectrumSample: Sendable {
  private let sampling: SpectrumSampling
  private let whitened: RowBlock

  init(_ sampling: SpectrumSampling, number: Int) {
    let columns = sampling.featureCount
    let rowCount = sampling.sampleCounts.last ?? 0
    var generator = NormalGenerator(seed: sampling.seed, stream: UInt64(truncatingIfNeeded: number))
    var rows = RowBlock(capacity: rowCount, columnCount: columns)
    rows.values.withUnsafeMutableBufferPointer { values in
      for k in 0..<(rowCount * columns) { values[k] = generator.next() }
    }
    rows.setRowCount(rowCount)
    self.sampling = sampling
    whitened = rows
  }

  /// α̂ by the way that features of a file take, for each N and, within it, each range; nil where fewer ranks are resolved than the
  /// range asks for: a shorter range would be another estimate.
  ///
  /// - Parameter alpha: of the population, one of `PowerLaw.decays`.
  /// - Throws: where LAPACK finds no eigenvalues.
  public func estimates(alpha: Double) throws(LinearAlgebraError) -> [[Double?]] {
    var rows = whitened
    let columns = rows.columnCount
    let deviations = PowerLaw.values(decay: alpha / 2, count: columns)
    rows.values.withUnsafeMutableBufferPointer { values in
      deviations.withUnsafeBufferPointer { deviations in
        for i in 0..<(values.count / columns) {
          for j in 0..<columns { values[i * columns + j] *= deviations[j] }
        }
      }
    }
    var estimates: [[Double?]] = []
    for count in sampling.sampleCounts {
      rows.setRowCount(count)
      let spectrum = try Self.spectrum(of: rows)
      estimates.append(
        sampling.fitRanges.map { range in
          let fit = try? PowerLawFit(spectrum, range: range, estimator: sampling.estimator)
          return fit.flatMap { $0.range == range ? $0.alpha : nil }
        })
    }
    return estimates
  }

  private static func spectrum(of rows: borrowing RowBlock) throws(LinearAlgebraError) -> Eigenspectrum {
    var moments = try FeatureMoments(sampleCount: rows.rowCount, featureCount: rows.columnCount)
    moments.add(rows)
    return try Eigenspectrum(moments.secondMoments(), featureCount: rows.columnCount, unitRoundoff: 0)
  }
}
