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
    let unresolved = points.dropFirst(resolved.count)
    let floor = spectrum.value(spectrum.noiseFloor)

    let curve = Mark(.line(resolved), role: .series(0), z: 2)
    let reference = Mark(referenceLine, role: .reference, lineStyle: .dotted)
    var marks = [reference, curve]
    var legend = [LegendEntry(label, for: curve)]
    if let fit {
      let line = Mark(
        .line([point(of: fit, at: fit.range.first), point(of: fit, at: fit.range.last)]), role: .fit,
        lineStyle: .dashed, z: 3)
      let band = Mark(.xBand(from: Double(fit.range.first), to: Double(fit.range.last)), role: .fitRange)
      marks += [band, line]
      legend += [LegendEntry("fit", for: line), LegendEntry("ranks \(fit.range)", for: band)]
    }
    legend.append(LegendEntry("k⁻¹", for: reference))
    if !unresolved.isEmpty, floor > 0 {
      // Numerical zeros lie many decades below everything else, and some below zero: the axis ends soon after the floor.
      let below = Mark(.line(unresolved.filter { $0.y > 0 }), role: .dimmed, lineStyle: .dotted)
      let rule = Mark(.horizontalRule(y: floor), role: .noiseFloor)
      marks += [below, rule]
      legend.append(LegendEntry("noise floor", for: rule))
    }
    let shown = resolved.map(\.y) + (unresolved.isEmpty || floor == 0 ? [] : [floor / 10])
    return Chart(
      xAxis: Axis(
        title: "rank", scale: Scale(.logarithmic, from: 1, to: Double(max(2, points.count))), tickFormat: .integer),
      yAxis: Axis(title: "λ", scale: Scale(.logarithmic, fitting: shown, margin: 0.03), tickFormat: .powersOfTen),
      marks: marks, legend: legend,
      notes: unresolved.isEmpty ? [] : ["\(unresolved.count) at or below the noise floor"])
  }

  /// ln λₖ − (b − α ln k) for the fitted ranks; empty without a fit.
  public var residuals: [DataPoint] {
    guard let fit else { return [] }
    return (fit.range.first...fit.range.last).map { rank in
      DataPoint(x: Double(rank), y: spectrum.logarithm(ofRank: rank) - fit.logarithm(atRank: Double(rank)))
    }
  }

  /// λ ∝ 1/k, through the line's value at the first fitted rank, or through λ₁.
  private var referenceLine: Mark.Shape {
    let anchor =
      fit.map { point(of: $0, at: $0.range.first) }
      ?? DataPoint(x: 1, y: spectrum.eigenvalues.first.map(spectrum.value) ?? 1)
    return .lineThrough(anchor, DataPoint(x: 10 * anchor.x, y: anchor.y / 10))
  }

  private func point(of fit: PowerLawFit, at rank: Int) -> DataPoint {
    DataPoint(x: Double(rank), y: fit.eigenvalue(atRank: Double(rank)))
  }
}
