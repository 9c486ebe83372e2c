extension AnalysisRecord {
  /// The metric that counts as this dump's accuracy, with its name in the log.
  public var accuracy: (name: String, value: Double, join: Metric.Join)? {
    guard let name = AccuracyMetric.name(in: dump.metrics), let metric = dump.metrics[name] else { return nil }
    return (name, metric.value, metric.join)
  }
}
