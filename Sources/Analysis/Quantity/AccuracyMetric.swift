internal import Naming
public import Spectra
import Synchronization

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
  /// most telling. Nil where none has any.
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
    let names = (logged.isEmpty ? Array(counts.keys) : Array(logged)).sorted { reading($0).precedes(reading($1)) }
    // Of equals `max` takes the last.
    return names.reversed().max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
  }

  /// What counts as the accuracy of a dump: the first that was logged at its own checkpoint, of those of the same images
  /// as the first that there is; nil for none. One of the training's images is never it.
  public static func name(in metrics: [String: Metric]) -> String? {
    let names = candidates(in: metrics)
    guard let first = names.first else { return nil }
    let images = reading(first).images
    return names.first {
      metrics[$0]?.join == .checkpoint && reading($0).images == images && !isMeasured($0)
    } ?? first
  }

  /// The accuracies of a dump, the most telling first: held out and, only where there are none of these, ones whose names do not
  /// say of which images; then what was measured here.
  private static func candidates(in metrics: [String: Metric]) -> [String] {
    let known = metrics.keys.filter {
      let metric = reading($0)
      return metric.kind == .accuracy && metric.images != .training && !isMeasured($0) && $0 != typedName
    }
    let heldOut = known.filter { reading($0).images != .unknown }
    let measured = ProbeResult.Method.allCases.map(measuredName).filter { metrics[$0] != nil }
    return (heldOut.isEmpty ? known : heldOut).sorted { reading($0).precedes(reading($1)) } + measured
  }

  /// Whether a metric is an accuracy by its name.
  static func isAccuracy(_ name: String) -> Bool { reading(name).kind == .accuracy }

  /// What a name says. Names are few and asked for often, so it is kept.
  private static func reading(_ name: String) -> MetricName {
    known.withLock { known in
      if let metric = known[name] { return metric }
      if known.count >= 4096 { known = [:] }
      let metric = MetricName(name)
      known[name] = metric
      return metric
    }
  }

  private static let known = Mutex<[String: MetricName]>([:])

  /// Of which images an accuracy is, where its name leaves that open: `perhaps of the training's images`.
  public static func remark(on name: String) -> String? {
    let isOpen = reading(name).images == .unknown && !isMeasured(name) && name != typedName
    return isOpen ? "\(name) may be of the training's images: its name does not say" : nil
  }
}
