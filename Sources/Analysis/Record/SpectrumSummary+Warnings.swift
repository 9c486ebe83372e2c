import Foundation
public import Spectra

extension SpectrumSummary {
  /// What a reader of these numbers has to know, given what was to be fitted.
  public func warnings(settings: FitSettings) -> [AnalysisWarning] {
    warningsAboutRows + warningsAboutFit(settings) + warningsAboutRepresentation
  }

  private var warningsAboutRows: [AnalysisWarning] {
    var warnings: [AnalysisWarning] = []
    if origin.isPreview {
      warnings.append(AnalysisWarning(.preview, "a preview from the first eigenvalues; the others follow"))
    }
    if nonFiniteRows > 0 {
      let rows =
        nonFiniteRows == 1 ? "1 row with NaN or infinity was" : "\(nonFiniteRows) rows with NaN or infinity were"
      warnings.append(AnalysisWarning(.nonFiniteRows, "\(rows) left out"))
    }
    return warnings
  }

  private func warningsAboutFit(_ settings: FitSettings) -> [AnalysisWarning] {
    guard resolvableRank > 0 else {
      let reason = isGiven ? "the first value has no logarithm" : "the features do not vary"
      return [AnalysisWarning(.noVariance, "\(reason): no α")]
    }
    guard let fit else {
      return [
        AnalysisWarning(
          .noAlpha,
          "\(resolvableRank) ranks are resolved, fewer than \(PowerLawFit.fewestRanks) of them in \(settings.range): no α"
        )
      ]
    }
    if let replaced = fit.replaced {
      let found = "R² \(Self.threeDigits(replaced.rSquared)) over \(replaced.range)"
      return [
        AnalysisWarning(.fitReplaced, "fitted over \(fit.range): \(found) is below \(AcceptanceRule.threshold)")
      ]
    }
    var warnings: [AnalysisWarning] = []
    if fit.range != settings.range {
      warnings.append(
        AnalysisWarning(
          .fitRangeReduced,
          "fitted over \(fit.range) instead of \(settings.range): only \(resolvableRank) ranks are resolved"))
    }
    if !fit.isAccepted {
      let found = fit.rSquared.map { "R² \(Self.threeDigits($0)) over \(fit.range)" } ?? "R²"
      warnings.append(
        AnalysisWarning(
          .fitRejected,
          "not accepted: \(found) is below \(AcceptanceRule.threshold), as over the other ranges of the rule"))
    }
    return warnings
  }

  private var warningsAboutRepresentation: [AnalysisWarning] {
    let results = [
      ("total variance", totalVariance), ("noise floor", noiseFloor), ("condition number", ranks?.conditionNumber),
    ]
    return results.compactMap { name, value in
      guard let value, !value.isFinite else { return nil }
      return AnalysisWarning(
        .notRepresentable, "the \(name) is \(value.isNaN ? "smaller" : "larger") than a double can hold")
    }
  }

  /// Rounded down, so that what is below a threshold is not shown as the threshold.
  private static func threeDigits(_ value: Double) -> String {
    String(format: "%.3f", (value * 1000).rounded(.down) / 1000)
  }
}
