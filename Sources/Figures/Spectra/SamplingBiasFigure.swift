import Charts
public import Spectra

/// What α̂ of samples from a power law comes to against its α: a curve for each N, D and range of ranks. Where N is large enough they
/// lie on the diagonal.
public struct SamplingBiasFigure {
  public var curves: [SamplingBias]

  public init(_ curves: [SamplingBias]) { self.curves = curves }

  public var figure: Figure {
    let marks = curves.enumerated().map { index, curve in
      let bars = curve.points.compactMap { point in
        point.estimate.map { estimate in
          let deviation = estimate.standardDeviation ?? 0
          return ErrorBar(
            point: DataPoint(x: point.alpha, y: estimate.mean),
            yRange: (estimate.mean - deviation)...(estimate.mean + deviation))
        }
      }
      return (
        line: Mark(.line(bars.map(\.point)), role: .series(index), z: 1),
        points: Mark(.errorBars(bars), role: .series(index), name: title(of: curve), z: 2)
      )
    }
    let diagonal = Mark(.lineThrough(DataPoint(x: 0, y: 0), DataPoint(x: 1, y: 1)), role: .reference)
    let alphas = curves.flatMap { $0.points.map(\.alpha) }
    let shown = marks.flatMap { $0.points.extremes.map(\.y) } + alphas
    let chart = Chart(
      title: "fitted α against α",
      xAxis: Axis(title: "α of the population", scale: Scale(.linear, fitting: alphas, margin: 0.03)),
      yAxis: Axis(title: "fitted α", scale: Scale(.linear, fitting: shown, margin: 0.03)),
      marks: [diagonal] + marks.map(\.line) + marks.map(\.points),
      legend: zip(curves, marks).map { LegendEntry(title(of: $0), for: $1.points) }
        + [LegendEntry("fitted α = α", for: diagonal)],
      notes: ["bars: standard deviation of single samples"])
    return Figure(chart, findings: curves.map { Finding(finding($0)) })
  }

  /// What tells a curve from the others.
  private func title(of curve: SamplingBias) -> String {
    var parts = ["N = \(curve.sampleCount)"]
    if Set(curves.map(\.featureCount)).count > 1 { parts.append("D = \(curve.featureCount)") }
    if Set(curves.map(\.fitRange)).count > 1 { parts.append("ranks \(curve.fitRange)") }
    return parts.joined(separator: ", ")
  }

  private func finding(_ curve: SamplingBias) -> String {
    let setting = "N = \(curve.sampleCount), D = \(curve.featureCount), ranks \(curve.fitRange)"
    let found = curve.points.compactMap { point in point.estimate.map { (alpha: point.alpha, estimate: $0) } }
    func bias(_ point: (alpha: Double, estimate: SampleMean)) -> Double { point.estimate.mean - point.alpha }
    guard let worst = found.max(by: { abs(bias($0)) < abs(bias($1)) }) else {
      return "\(setting): fewer ranks are resolved than are fitted"
    }
    let error = worst.estimate.standardError.map { " ± \($0.shortText)" } ?? ""
    return "\(setting): off by at most \(bias(worst).signedText)\(error), at α = \(worst.alpha.shortText)"
  }
}

extension Double {
  /// `+0.01`, `−0.13`.
  fileprivate var signedText: String { self < 0 ? "−\((-self).shortText)" : "+\(shortText)" }
}
