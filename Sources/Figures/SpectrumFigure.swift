public import Charts
public import Spectra

/// Eigenvalues against rank on logarithmic axes, with the power law fitted to them.
public struct SpectrumFigure {
  public var spectrum: Eigenspectrum
  public var fit: PowerLawFit?
  /// What the curve is called in the legend.
  public var label: String

  public init(_ spectrum: Eigenspectrum, fit: PowerLawFit?, label: String) {
    self.spectrum = spectrum
    self.fit = fit
    self.label = label
  }

  public var chart: Chart {
    let points = spectrum.eigenvalues.indices.map {
      DataPoint(x: Double($0 + 1), y: spectrum.eigenvalue(ofRank: $0 + 1))
    }
    let resolved = Array(points.prefix(spectrum.resolvableRank))
    let curve = Mark(.line(resolved), role: .series(0), z: 2)
    var marks = [curve]
    var legend = [LegendEntry(label, for: curve)]

    // Numerical zeros lie many decades below everything else: the axis ends where the spectrum does.
    if let fit {
      let line = Mark(
        .line([point(of: fit, at: fit.range.first), point(of: fit, at: fit.range.last)]), role: .fit,
        lineStyle: .dashed, z: 3)
      let band = Mark(.xBand(from: Double(fit.range.first), to: Double(fit.range.last)), role: .fitRange)
      marks += [band, line]
      legend += [LegendEntry("fit", for: line), LegendEntry("ranks \(fit.range)", for: band)]
    }
    let unresolved = points.count - resolved.count
    return Chart(
      xAxis: Axis(
        title: "rank", scale: Scale(.logarithmic, from: 1, to: Double(max(2, points.count))), tickFormat: .integer),
      yAxis: Axis(
        title: "λ", scale: Scale(.logarithmic, fitting: resolved.map(\.y), margin: 0.03), tickFormat: .powersOfTen),
      marks: marks, legend: legend,
      notes: unresolved > 0 ? ["\(unresolved) at or below the noise floor"] : [])
  }

  private func point(of fit: PowerLawFit, at rank: Int) -> DataPoint {
    DataPoint(x: Double(rank), y: fit.eigenvalue(atRank: Double(rank)))
  }
}
