extension AnalysisRecord {
  /// A number of this record by the name that it has in JSON, a metric by the name in its log, else a hyperparameter by its own;
  /// nil where there is none.
  public func quantity(named name: String) -> Double? {
    if let measure = Measure(rawValue: name) { return value(of: measure) }
    switch name {
    case "rSquared": return summary?.fit?.rSquared
    case "nonFiniteRows": return (summary?.nonFiniteRows).map(Double.init)
    case "sampleCount": return (shape?.sampleCount).map(Double.init)
    case "featureCount": return (shape?.featureCount).map(Double.init)
    case "resolvableRank": return (summary?.resolvableRank).map(Double.init)
    case "noiseFloor": return summary?.noiseFloor
    case "totalVariance": return summary?.totalVariance
    case "accuracy": return accuracy?.value
    case "epoch": return (dump.checkpoint?.epoch).map(Double.init)
    case "step": return (dump.checkpoint?.step).map(Double.init)
    case "seed": return dump.seed.map(Double.init)
    default: return dump.metrics[name]?.value ?? dump.hyperparameters[name]?.number
    }
  }
}

extension HyperparameterValue {
  /// Nil for what is no number.
  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}
