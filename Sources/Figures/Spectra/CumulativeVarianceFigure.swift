import Charts
import Spectra

/// The share of the variance that the first k directions hold, against k.
public struct CumulativeVarianceFigure {
  /// The first is the one that is looked at.
  public var curves: [SpectrumFigure.Curve]

  public init(_ curves: [SpectrumFigure.Curve]) { self.curves = curves }

  public var figure: Figure {
    let marks = curves.enumerated().map { index, curve in
      Mark(
        .line(shares(of: curve.spectrum)), role: .series(index), name: curve.label, subjects: [index],
        z: index == 0 ? 2 : 1)
    }
    let half = Mark(.horizontalRule(y: 0.5), role: .reference)
    let most = Mark(.horizontalRule(y: 0.9), role: .reference)
    let ranks = curves.map(\.spectrum.eigenvalues.count).max() ?? 0
    let chart = Chart(
      xAxis: Axis(title: "rank", scale: Scale(.logarithmic, from: 1, to: Double(max(2, ranks))), tickFormat: .integer),
      yAxis: Axis(title: "share of variance", scale: Scale(.linear, from: 0, to: 1)), marks: [half, most] + marks,
      legend: zip(curves, marks).map { LegendEntry($0.label, for: $1) })
    return Figure(chart, of: curves.map(\.dump))
  }

  /// Eigenvalues below zero, which noise makes, count as none.
  private func shares(of spectrum: Eigenspectrum) -> [DataPoint] {
    let total = spectrum.eigenvalues.reduce(0) { $0 + max(0, $1) }
    guard total > 0 else { return [] }
    var sum = 0.0
    return spectrum.eigenvalues.enumerated().map { index, eigenvalue in
      sum += max(0, eigenvalue)
      return DataPoint(x: Double(index + 1), y: sum / total)
    }
  }
}
