public import Spectra

/// Which of a dump's metrics counts as its accuracy.
public enum AccuracyMetric {
  /// The accuracy of eigentop's own probe of a dump, in percent, which is in no log.
  public static func measuredName(_ method: ProbeResult.Method) -> String {
    switch method {
    case .ridge: "eigentop_acc"
    case .logistic: "eigentop_logistic_acc"
    }
  }

  public static func isMeasured(_ name: String) -> Bool {
    ProbeResult.Method.allCases.contains { measuredName($0) == name }
  }

  /// The accuracy that somebody typed where no log has a name for one.
  public static let typedName = "typed_acc"

  /// The accuracy that most of these records have, logged ones before those that were measured here; of equally common ones the
  /// first by ``order``. Nil where none has any.
  public static func commonestName(in records: some Sequence<AnalysisRecord>) -> String? {
    commonest(records.lazy.map { candidates(in: $0.dump.metrics) })
  }

  /// The same of what counts as the accuracy of each record (``name(in:)``).
  public static func commonestAccuracy(of records: some Sequence<AnalysisRecord>) -> String? {
    commonest(records.lazy.map { [name(in: $0.dump.metrics)].compactMap { $0 } })
  }

  private static func commonest(_ named: some Sequence<[String]>) -> String? {
    var counts: [String: Int] = [:]
    for name in named.joined() { counts[name, default: 0] += 1 }
    let logged = counts.keys.filter { !isMeasured($0) }
    let names = (logged.isEmpty ? Array(counts.keys) : Array(logged)).sorted { order($0, $1) }
    // Of equals `max` takes the last.
    return names.reversed().max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
  }

  /// What counts as the accuracy of a dump: the first by ``order`` that was logged at its own checkpoint, of those of the same images
  /// as the first that there is; nil for none. One of the training's images is never it.
  public static func name(in metrics: [String: Metric]) -> String? {
    let names = candidates(in: metrics)
    guard let first = names.first else { return nil }
    let images = MetricName.reading(first).images
    return names.first {
      metrics[$0]?.join == .checkpoint && MetricName.reading($0).images == images && !isMeasured($0)
    } ?? first
  }

  /// The accuracies of a dump, the first one first: held out, held out of another distribution, and only where there are none of
  /// these, ones whose names do not say of which images; then what was measured here.
  private static func candidates(in metrics: [String: Metric]) -> [String] {
    let known = metrics.keys.filter {
      let metric = MetricName.reading($0)
      return metric.kind == .accuracy && metric.images != .training && !isMeasured($0) && $0 != typedName
    }
    let heldOut = known.filter { MetricName.reading($0).images != .unknown }
    let measured = ProbeResult.Method.allCases.map(measuredName).filter { metrics[$0] != nil }
    return (heldOut.isEmpty ? known : heldOut).sorted { order($0, $1) } + measured
  }

  /// Whether an accuracy comes before another: by its images, then by what its name says, then by the name itself.
  private static func order(_ a: String, _ b: String) -> Bool {
    let (first, second) = (MetricName.reading(a), MetricName.reading(b))
    return (first.images, first.preference, a) < (second.images, second.preference, b)
  }

  /// Of which images an accuracy is, where its name leaves that open: `perhaps of the training's images`.
  public static func remark(on name: String) -> String? {
    let isOpen = MetricName.reading(name).images == .unknown && !isMeasured(name) && name != typedName
    return isOpen ? "\(name) may be of the training's images: its name does not say" : nil
  }
}
