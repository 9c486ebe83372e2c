import Analysis
import Charts
public import Spectra

/// Excess risk of simulated regressions against the decay of their covariates: the mean with the spread of single trials, where it is
/// least, and the zone about that; beside it what many steps, or many trials, come to.
public struct LaboratoryFigure {
  public var curve: RegressionCurve

  public init(_ curve: RegressionCurve) { self.curve = curve }

  /// A minimum fewer standard errors below an end than these is not told from a slope.
  static let decisiveErrors = 3.0

  public var figure: Figure {
    let points = curve.points
    let means = points.map { DataPoint(x: $0.alpha, y: $0.excessRisk.mean) }
    let spread = Mark(
      .area(
        points.map { point in
          let deviation = point.excessRisk.standardDeviation ?? 0
          let mean = point.excessRisk.mean
          return AreaPoint(x: point.alpha, low: mean - deviation, high: mean + deviation)
        }), role: .series(0))
    let line = Mark(.line(means), role: .series(0), name: "excess risk", z: 3)
    var marks = [spread, line]
    var legend = [
      LegendEntry("mean excess risk", for: line), LegendEntry("± standard deviation of a trial", for: spread),
    ]
    func add(_ label: String, _ values: [Double?], role: ChartRole, style: LineStyle) {
      let data = zip(points, values).compactMap { point, value in value.map { DataPoint(x: point.alpha, y: $0) } }
      guard !data.isEmpty else { return }
      let mark = Mark(.line(data), role: role, lineStyle: style, name: label, z: 1)
      marks.append(mark)
      legend.append(LegendEntry(label, for: mark))
    }
    if curve.simulation.training != .minimumNorm {
      add("minimum norm", points.map { $0.minimumNormRisk?.mean }, role: .series(1), style: .dashed)
    }
    add("expectation", points.map(\.expectedRisk), role: .reference, style: .dotted)
    if let minimum = curve.minimum {
      let zone = Mark(.xBand(from: minimum.zone.lowerBound, to: minimum.zone.upperBound), role: .zone)
      marks.insert(zone, at: 0)
      marks.append(Mark(.verticalRule(x: minimum.alpha), role: .fit))
      marks.append(
        Mark(.label(at: DataPoint(x: minimum.alpha, y: minimum.risk), "α \(minimum.place)"), role: .label, z: 4))
      legend.append(LegendEntry("risk within \(percentage(InteriorMinimum.tolerance)) of the least", for: zone))
    }
    let shown = marks.flatMap(\.extremes).map(\.y).filter(\.isFinite)
    let kind: Scale.Kind = Quantity.isLogarithmicByNature(values: shown) ? .logarithmic : .linear
    let chart = Chart(
      title: "excess risk against α",
      xAxis: Axis(title: "α of the covariates", scale: Scale(.linear, fitting: points.map(\.alpha))),
      yAxis: Axis(
        title: "excess risk",
        scale: kind == .linear
          ? Scale(.linear, from: 0, to: (shown.max() ?? 1) * 1.05) : Scale(.logarithmic, fitting: shown, margin: 0.03)),
      marks: marks, legend: legend)
    return Figure(chart, findings: findings.map { Finding($0) })
  }

  private var findings: [String] {
    let trials = "\(curve.trialCount) \(curve.trialCount == 1 ? "trial" : "trials")"
    return minimumInWords + minimumNormInWords + ["\(trials) of \(curve.simulation.setting)"]
  }

  private var minimumInWords: [String] {
    guard let first = curve.points.first, let last = curve.points.last else { return [] }
    guard let minimum = curve.minimum else {
      let least = curve.points.filter(\.excessRisk.mean.isFinite).min { $0.excessRisk.mean < $1.excessRisk.mean }
      guard let least else { return ["the steps diverge: no risk is finite"] }
      return [
        "no minimum inside: the risk is least, \(least.excessRisk.mean.shortText), at α = \(least.alpha.shortText), an end of the curve"
      ]
    }
    let interval = minimum.uncertainty.map {
      ", 95 % \($0.interval.lowerBound.shortText)…\($0.interval.upperBound.shortText)"
    }
    var lines = [
      "least at α = \(minimum.place)\(interval ?? ""): excess risk \(minimum.risk.shortText)",
      "zone \(minimum.zone.lowerBound.shortText)…\(minimum.zone.upperBound.shortText): risk within "
        + "\(percentage(InteriorMinimum.tolerance)) of the least",
    ]
    if let left = minimum.standardErrorsBelowFirst, let right = minimum.standardErrorsBelowLast {
      let margins =
        "\(left.shortText) standard errors below α = \(first.alpha.shortText), \(right.shortText) below "
        + "α = \(last.alpha.shortText)"
      let isDecided = minimum.isBelowEnds(byStandardErrors: Self.decisiveErrors)
      lines.append(margins + (isDecided ? "" : ": not told from a slope, more trials would"))
    }
    return lines
  }

  private var minimumNormInWords: [String] {
    guard curve.simulation.training != .minimumNorm else { return [] }
    let risks = curve.points.compactMap { point in point.minimumNormRisk.map { (point.alpha, $0.mean) } }
    guard let least = risks.min(by: { $0.1 < $1.1 }), least.1.isFinite else { return [] }
    return ["minimum norm, the limit of many steps: least at α = \(least.0.shortText), \(least.1.shortText)"]
  }

  private func percentage(_ share: Double) -> String { "\((share * 100).shortText) %" }
}

extension InteriorMinimum {
  /// `1.02 ± 0.03`: the jackknife's standard error behind the sign.
  fileprivate var place: String {
    guard let uncertainty else { return alpha.shortText }
    return "\(alpha.shortText) ± \(uncertainty.standardError.shortText)"
  }
}

extension RegressionSimulation {
  /// All parameters on a line.
  fileprivate var setting: String {
    let steps =
      switch training {
      case .fullBatch(let count): "\(count) full-batch \(count == 1 ? "step" : "steps")"
      case .minimumNorm: "the minimum-norm solution"
      case .onePass(let size): "one pass of stochastic gradient descent in batches of \(size)"
      }
    let rate = learningRate.map { ", η = \($0.shortText)" } ?? ""
    return
      "\(steps): n = \(sampleCount), D = \(featureCount), b = \(targetDecay.shortText), σ = \(noise.shortText)\(rate), seed \(seed)"
  }
}
