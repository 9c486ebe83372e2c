import Charts
import Spectra

/// All that a linear probe says of a dump, as lines of an overlay.
struct ProbeReport {
  let lines: [OverlayText.Line]

  init(_ own: OwnAccuracies, method: ProbeResult.Method, width: Int) {
    if own.probe?.isUnderWay == true, let probe = own.probe {
      lines = [OverlayText.Line(text: ProbeText(probe).text, role: .live)]
    } else if let result = own.results[method] {
      lines = Self.summary(result) + Self.curve(result, width: width) + Self.classes(result, width: width)
    } else if case .failed(let failure)? = own.probe {
      lines = WrappedText.words(failure.message, width: width).map { OverlayText.Line(text: $0, role: .error) }
    } else {
      lines = [OverlayText.Line(text: "there is no probe of this dump", role: .dim)]
    }
  }

  private static func summary(_ result: ProbeResult) -> [OverlayText.Line] {
    let search =
      result.optimization.map { ", \($0.iterationCount) steps" + ($0.hasConverged ? "" : ", not converged") } ?? ""
    let penalty = "\(result.method == .ridge ? "κ" : "C") = \(NumberText.significant(result.penalty))"
    let split =
      if case .stratified(let fraction, let seed) = result.split {
        ", \(NumberText.significant(100 * fraction)) % of every class, seed \(seed)"
      } else { "" }
    let dropped = result.constantFeatureCount > 0 ? ", \(result.constantFeatureCount) constant ones dropped" : ""
    return [
      OverlayText.Line(key: "top-1", text: accuracy(result.top1), role: .title),
      result.top5.map { OverlayText.Line(key: "top-5", text: accuracy($0)) },
      OverlayText.Line(key: "probe", text: "\(result.method.rawValue), \(penalty)\(search)", role: .dim),
      OverlayText.Line(
        key: "rows", text: "\(result.trainingCount) trained on\(split), \(result.testCount) tested", role: .dim),
      OverlayText.Line(
        key: "features", text: "\(result.featureCount)\(dropped), \(result.classCount) classes", role: .dim),
    ].compactMap(\.self)
  }

  private static func curve(_ result: ProbeResult, width: Int) -> [OverlayText.Line] {
    guard let curve = result.curve, curve.count > 1 else { return [] }
    return [OverlayText.Line(), OverlayText.Line(key: "labels", text: "top-1 of as many training rows")]
      + curve.map { point in
        OverlayText.Line(key: "\(point.trainingCount)", text: bar(point.top1.value, width) + accuracy(point.top1))
      }
  }

  /// The worst first.
  private static func classes(_ result: ProbeResult, width: Int) -> [OverlayText.Line] {
    let tested = result.classes.filter { $0.count > 0 }
      .map { (label: $0.label, right: Proportion(successes: $0.correct, count: $0.count)) }
      .sorted { ($0.right.value, $0.label) < ($1.right.value, $1.label) }
    return [OverlayText.Line(), OverlayText.Line(key: "class", text: "share of its rows that is answered right")]
      + tested.map { OverlayText.Line(key: "\($0.label)", text: bar($0.right.value, width) + accuracy($0.right)) }
  }

  private static func bar(_ share: Double, _ width: Int) -> String {
    ProgressBar(percent: Int((100 * share).rounded()), width: max(0, min(24, width - 50))).text
  }

  /// `78.4 %  [69.6, 85.6]  80 of 102`.
  private static func accuracy(_ proportion: Proportion) -> String {
    func percent(_ share: Double) -> String { NumberText.fixed(100 * share, 1) }
    let interval = proportion.interval
    return "\(percent(proportion.value)) %  [\(percent(interval.lowerBound)), \(percent(interval.upperBound))]  "
      + "\(proportion.successes) of \(proportion.count)"
  }
}
