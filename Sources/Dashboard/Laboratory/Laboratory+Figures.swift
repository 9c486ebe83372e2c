import Charts
import Figures
import Spectra

extension Laboratory {
  /// The curve of the regressions, what samples say of α, and, where there are two views, what they have in common.
  var figures: [Figure] {
    var figures = simulates ? [curve, biases] : []
    if case .matrix(let matrix)? = views { figures.append(matrix) }
    return figures
  }

  private var curve: Figure {
    guard let curve = results?.curve else {
      return Self.empty(
        "excess risk against α", x: "α of the covariates", y: "excess risk",
        settings.leastAlpha, settings.greatestAlpha, first: "trial")
    }
    return LaboratoryFigure(curve).figure.remarking(hasCurrentCurve)
  }

  private var biases: Figure {
    guard let biases = results?.biases, !biases.isEmpty else {
      let alphas = LaboratorySettings.populationAlphas
      return Self.empty(
        "fitted α against α", x: "α of the population", y: "fitted α", alphas.first ?? 0, alphas.last ?? 1,
        first: "draw")
    }
    return SamplingBiasFigure(biases).figure.remarking(hasCurrentBiases)
  }

  /// The axes, before there is anything to draw on them.
  private static func empty(
    _ title: String, x: String, y: String, _ least: Double, _ greatest: Double, first: String
  ) -> Figure {
    let chart = Chart(
      title: title, xAxis: Axis(title: x, scale: Scale(.linear, from: least, to: greatest)),
      yAxis: Axis(title: y, scale: Scale(.linear, from: 0, to: 1)))
    return Figure(chart, findings: [Finding("the first \(first) is being computed")])
  }
}

extension Figure {
  /// Says of what was drawn with other parameters that it was.
  fileprivate func remarking(_ isCurrent: Bool) -> Figure {
    var figure = self
    if !isCurrent { figure.findings.insert(Finding("of the parameters before", isWarning: true), at: 0) }
    return figure
  }
}
