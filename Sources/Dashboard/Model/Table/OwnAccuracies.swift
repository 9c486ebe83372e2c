import Analysis
import Spectra

/// What the dashboard knows of how good a dump is, besides what its log says.
struct OwnAccuracies: Sendable, Equatable {
  /// The linear probe that was asked for.
  enum Probe: Sendable, Equatable {
    case waiting
    case running(ProbeProgress)
    case done(ProbeResult)
    case failed(AnalysisFailure)

    var isUnderWay: Bool {
      switch self {
      case .waiting, .running: true
      case .done, .failed: false
      }
    }

    var isFailure: Bool {
      if case .failed = self { true } else { false }
    }
  }

  var probe: Probe?
  /// What those came to that are done.
  var results: [ProbeResult.Method: ProbeResult] = [:]
  /// By the name of the metric.
  var typed: [String: Double] = [:]

  var metrics: [String: Metric] {
    var metrics = typed.mapValues { Metric(value: $0, join: .typed) }
    for (method, result) in results { metrics[AccuracyMetric.measuredName(method)] = Metric(result) }
    return metrics
  }

  /// A log goes before what was typed.
  func add(to logged: inout [String: Metric]) {
    logged.merge(metrics) { old, new in old.join.isLogged ? old : new }
  }
}
