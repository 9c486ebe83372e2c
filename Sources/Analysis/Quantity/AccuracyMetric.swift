public import Spectra

/// Which of a dump's metrics counts as its accuracy.
public enum AccuracyMetric {
  /// Names of accuracies in metric logs, the most telling first; what was measured here counts where nothing was logged.
  public static let preferredNames = [
    "test_acc_1", "test_acc", "linear_acc", "linear_probe_acc", "probe_acc", "val_acc", "val/acc", "eval_top1",
    "top1", "acc1", "accuracy", "acc", measuredName(.ridge), measuredName(.logistic),
  ]

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

  /// The one of ``preferredNames`` that most of these records have, logged ones before those that were measured here; of equally common ones
  /// the first. Nil where none has any.
  public static func commonestName(in records: some Sequence<AnalysisRecord>) -> String? {
    commonest(records.lazy.map { Set(preferredNames.filter($0.dump.metrics.keys.contains)) })
  }

  /// The same of what counts as the accuracy of each record (``name(in:)``).
  public static func commonestAccuracy(of records: some Sequence<AnalysisRecord>) -> String? {
    commonest(records.lazy.map { Set([name(in: $0.dump.metrics)].compactMap { $0 }) })
  }

  private static func commonest(_ named: some Sequence<Set<String>>) -> String? {
    var counts: [String: Int] = [:]
    for name in named.joined() { counts[name, default: 0] += 1 }
    let known = preferredNames.filter { counts[$0] != nil }
    let logged = known.filter { !isMeasured($0) }
    // Of equals `max` takes the last.
    return (logged.isEmpty ? known : logged).reversed().max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
  }

  /// The first of ``preferredNames`` that was logged at the dump's own checkpoint, else the first that there is; nil for none.
  public static func name(in metrics: [String: Metric]) -> String? {
    var other: String?
    for name in preferredNames {
      guard let metric = metrics[name] else { continue }
      if metric.join == .checkpoint { return name }
      other = other ?? name
    }
    return other
  }
}
