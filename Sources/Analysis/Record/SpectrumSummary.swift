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
  /// λ at up to `sketchLength` logarithmically spaced resolved ranks, relative to λ₁: the shape of the curve in
  /// miniature.
  public var sketch: [Double]
  /// Where the eigenvalues come from.
  public var origin: Eigenspectrum.Origin
  /// Rows left out because of a NaN or an infinity.
  public var nonFiniteRows: Int

  /// Greatest number of points of the sketch.
  public static let sketchLength = 24

  /// Summarises a spectrum; the warnings say what is wrong with the numbers.
  public init(_ spectrum: Eigenspectrum, settings: FitSettings, nonFiniteRows: Int) {
    fit = try? PowerLawFit(spectrum, settings: settings)
    ranks = RankMeasures(spectrum)
    resolvableRank = spectrum.resolvableRank
    noiseFloor = spectrum.value(spectrum.noiseFloor)
    totalVariance = spectrum.totalVariance
    sketch = Self.sketch(of: spectrum)
    self.nonFiniteRows = nonFiniteRows
    origin = spectrum.origin
  }

  /// Whether the eigenvalues came without features.
  public var isGiven: Bool { origin == .given }

  private static func sketch(of spectrum: Eigenspectrum) -> [Double] {
    let ranks = spectrum.resolvableRank
    guard ranks > 0 else { return [] }
    let count = min(sketchLength, ranks)
    let spaced = (0..<count).map { i in
      count == 1 ? 1 : Int(pow(Double(ranks), Double(i) / Double(count - 1)).rounded())
    }
    return spaced.map { spectrum.eigenvalues[$0 - 1] / spectrum.eigenvalues[0] }
  }
}
