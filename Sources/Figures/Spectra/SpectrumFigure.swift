public import Analysis
import Charts
public import Spectra

/// Eigenvalues against rank on logarithmic axes, with the power laws fitted to them.
public struct SpectrumFigure {
  /// One spectrum.
  public struct Curve {
    public var spectrum: Eigenspectrum
    public var fit: PowerLawFit?
    /// What the curve is called in the legend.
    public var label: String
    public var dump: Dump.ID

    public init(_ spectrum: Eigenspectrum, fit: PowerLawFit?, label: String, dump: Dump.ID) {
      self.spectrum = spectrum
      self.fit = fit
      self.label = label
      self.dump = dump
    }
  }

  /// The spectrum that is looked at: in front, with its fitted ranks, its residuals and its noise floor.
  public var curve: Curve
  /// Those that it is compared with.
  public var others: [Curve]

  public init(_ curve: Curve, comparedWith others: [Curve] = []) {
    self.curve = curve
    self.others = others
  }

  /// More fitted lines than this hide the curves.
  private static let greatestLineCount = 4

  public var figure: Figure {
    Figure(chart, of: ([curve] + others).map(\.dump), residuals: residuals)
  }

  private var chart: Chart {
    let points = curve.points
    let resolved = Array(points.prefix(curve.spectrum.resolvableRank))
    let unresolved = points.dropFirst(resolved.count)
    let floor = curve.spectrum.value(curve.spectrum.noiseFloor)

    let line = Mark(.line(resolved), role: .series(0), name: curve.label, subjects: [0], z: 2)
    let reference = Mark(referenceLine, role: .reference, lineStyle: .dotted)
    var marks = [reference, line]
    var legend = [LegendEntry(curve.label, for: line)]
    for (index, other) in others.enumerated() {
      let points = Array(other.points.prefix(other.spectrum.resolvableRank))
      let line = Mark(.line(points), role: .series(index + 1), name: other.label, subjects: [index + 1], z: 1)
      marks.append(line)
      legend.append(LegendEntry(other.label, for: line))
      if let fit = other.fit, others.count < Self.greatestLineCount {
        marks.append(Mark(fit.line, role: .series(index + 1), lineStyle: .dashed, z: 1))
      }
    }
    if let fit = curve.fit {
      let line = Mark(fit.line, role: .fit, lineStyle: .dashed, z: 3)
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
    let compared = others.flatMap { $0.points.prefix($0.spectrum.resolvableRank).map(\.y) }
    let shown = resolved.map(\.y) + compared + (unresolved.isEmpty || floor == 0 ? [] : [floor / 10])
    let ranks = ([points.count] + others.map(\.spectrum.eigenvalues.count)).max() ?? 0
    return Chart(
      xAxis: Axis(title: "rank", scale: Scale(.logarithmic, from: 1, to: Double(max(2, ranks))), tickFormat: .integer),
      yAxis: Axis(title: "λ", scale: Scale(.logarithmic, fitting: shown, margin: 0.03), tickFormat: .powersOfTen),
      marks: marks, legend: legend,
      notes: unresolved.isEmpty ? [] : ["\(unresolved.count) at or below the noise floor"])
  }

  /// ln λₖ − (b − α ln k) for the fitted ranks; empty without a fit.
  private var residuals: [DataPoint] {
    guard let fit = curve.fit else { return [] }
    return (fit.range.first...fit.range.last).map { rank in
      DataPoint(
        x: Double(rank), y: curve.spectrum.logarithm(ofRank: rank) - fit.logarithm(atRank: Double(rank)))
    }
  }

  /// λ ∝ 1/k, through the line's value at the first fitted rank, or through λ₁.
  private var referenceLine: Mark.Shape {
    let anchor =
      curve.fit.map { $0.point(atRank: $0.range.first) }
      ?? DataPoint(x: 1, y: curve.spectrum.eigenvalues.first.map(curve.spectrum.value) ?? 1)
    return .lineThrough(anchor, DataPoint(x: 10 * anchor.x, y: anchor.y / 10))
  }
}

extension SpectrumFigure.Curve {
  fileprivate var points: [DataPoint] {
    spectrum.eigenvalues.indices.map { DataPoint(x: Double($0 + 1), y: spectrum.eigenvalue(ofRank: $0 + 1)) }
  }
}

extension PowerLawFit {
  fileprivate func point(atRank rank: Int) -> DataPoint {
    DataPoint(x: Double(rank), y: eigenvalue(atRank: Double(rank)))
  }

  /// Over the fitted ranks.
  fileprivate var line: Mark.Shape { .line([point(atRank: range.first), point(atRank: range.last)]) }
}
