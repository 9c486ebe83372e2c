import Glibc

public import Spectra

/// The scalars of one eigenspectrum.
public struct SpectrumSummary: Sendable, Equatable {
  /// α with its line and ranks, nil where the spectrum has none (a warning says why).
  public var fit: PowerLawFit?
  /// Nil where the features have no variance.
  public var ranks: RankMeasures?
  public var resolvableRank: Int
  public var noiseFloor: Double
  /// Σλ.
  public var totalVariance: Double
  /// λ at up to `sketchLength` logarithmically spaced resolved ranks, relative to λ₁: the shape of the curve in miniature.
  public var sketch: [Double]
  /// Whether the eigenvalues came without features.
  public var isGiven: Bool
  /// Rows left out because of a NaN or an infinity.
  public var nonFiniteRows: Int

  /// Greatest number of points of the sketch.
  public static let sketchLength = 24

  /// Summarises a spectrum; the warnings say what is wrong with the numbers.
  public init(_ spectrum: Eigenspectrum, fitRange: FitRange, nonFiniteRows: Int) {
    fit = try? PowerLawFit(spectrum, range: fitRange)
    ranks = RankMeasures(spectrum)
    resolvableRank = spectrum.resolvableRank
    noiseFloor = spectrum.value(spectrum.noiseFloor)
    totalVariance = spectrum.totalVariance
    sketch = Self.sketch(of: spectrum)
    self.nonFiniteRows = nonFiniteRows
    isGiven = spectrum.isGiven
  }

  private static func sketch(of spectrum: Eigenspectrum) -> [Double] {
    let ranks = spectrum.resolvableRank
    guard ranks > 0 else { return [] }
    let count = min(sketchLength, ranks)
    let spaced = (0..<count).map { i in
      count == 1 ? 1 : Int(pow(Double(ranks), Double(i) / Double(count - 1)).rounded())
    }
    return spaced.map { spectrum.eigenvalues[$0 - 1] / spectrum.eigenvalues[0] }
  }

  /// What a reader of these numbers has to know, given the range that was asked for.
  public func warnings(fitRange: FitRange) -> [AnalysisWarning] {
    var warnings: [AnalysisWarning] = []
    if nonFiniteRows > 0 {
      let rows =
        nonFiniteRows == 1 ? "1 row with NaN or infinity was" : "\(nonFiniteRows) rows with NaN or infinity were"
      warnings.append(AnalysisWarning(.nonFiniteRows, "\(rows) left out"))
    }
    if resolvableRank == 0 {
      let reason = isGiven ? "the first value has no logarithm" : "the features do not vary"
      warnings.append(AnalysisWarning(.noVariance, "\(reason): no α"))
    } else if fit == nil {
      warnings.append(
        AnalysisWarning(
          .noAlpha,
          "\(resolvableRank) ranks are resolved, fewer than \(PowerLawFit.fewestRanks) of them in \(fitRange): no α"))
    } else if let fit, fit.range != fitRange {
      warnings.append(
        AnalysisWarning(
          .fitRangeReduced, "fitted over \(fit.range) instead of \(fitRange): only \(resolvableRank) ranks are resolved"
        ))
    }
    let results = [
      ("total variance", totalVariance), ("noise floor", noiseFloor), ("condition number", ranks?.conditionNumber),
    ]
    for case (let name, let value?) in results where !value.isFinite {
      warnings.append(
        AnalysisWarning(
          .notRepresentable, "the \(name) is \(value.isNaN ? "smaller" : "larger") than a double can hold"))
    }
    return warnings
  }
}
