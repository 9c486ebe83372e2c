import Analysis
import Foundation
import Spectra
import TerminalCells

/// A probe for people.
struct ProbeTable {
  let lines: [String]

  /// Nothing where there is no result.
  init(_ record: ProbeRecord) {
    guard let result = record.result else {
      lines = []
      return
    }
    var facts = [
      ["features", "\(record.features.string.visible): \(Self.features(result))"],
      ["labels", "\(record.labels?.string.visible ?? ""): \(result.classCount) classes"],
      ["probe", Self.method(result)],
      ["split", Self.split(result, test: record.testFeatures?.string.visible)],
      ["top-1", Self.accuracy(result.top1)],
    ]
    if let top5 = result.top5 { facts.append(["top-5", Self.accuracy(top5)]) }
    let classes = result.classes.map { entry in
      [
        "\(entry.label)", entry.count == 0 ? "—" : Self.percent(Double(entry.correct) / Double(entry.count)),
        "\(entry.correct) of \(entry.count)",
      ]
    }
    var lines = TextColumns(titles: facts[0], rows: Array(facts.dropFirst())).lines
    lines += [""] + TextColumns(titles: ["class", "accuracy", "right"], rows: classes).lines
    if let curve = result.curve {
      let rows = curve.map { ["\($0.trainingCount)", Self.accuracy($0.top1)] }
      lines += [""] + TextColumns(titles: ["rows trained on", "top-1"], rows: rows).lines
    }
    self.lines = lines
  }

  private static func features(_ result: ProbeResult) -> String {
    var parts = ["\(result.featureCount) each"]
    if result.constantFeatureCount > 0 { parts.append("\(result.constantFeatureCount) constant, dropped") }
    if result.nonFiniteRowCount > 0 { parts.append("\(result.nonFiniteRowCount) rows with NaN or infinity left out") }
    return parts.joined(separator: ", ")
  }

  private static func method(_ result: ProbeResult) -> String {
    let penalty = String(format: "%.4g", result.penalty)
    guard let optimization = result.optimization else { return "ridge, κ = \(penalty)" }
    let end = optimization.hasConverged ? "" : ", not converged"
    return "logistic, C = \(penalty), \(optimization.iterationCount) steps\(end)"
  }

  private static func split(_ result: ProbeResult, test: String?) -> String {
    let rows = "\(result.trainingCount) rows trained on, \(result.testCount) tested"
    switch result.split {
    case .stratified(let fraction, let seed): return "\(rows); \(fraction) of every class, seed \(seed)"
    case .given: return "\(rows), of \(test ?? "other features")"
    }
  }

  private static func accuracy(_ proportion: Proportion) -> String {
    let interval = proportion.interval
    return "\(percent(proportion.value)) (\(percent(interval.lowerBound)) … \(percent(interval.upperBound)))"
      + ", \(proportion.successes) of \(proportion.count)"
  }

  private static func percent(_ share: Double) -> String { String(format: "%.1f %%", 100 * share) }
}
