/// Records as comma-separated values (RFC 4180): one row each, then a column for every hyperparameter and metric that
/// occurs.
public struct RecordTable: Sendable {
  /// Lines without their ends, the names of the columns first.
  public let lines: [String]

  /// - Parameter measures: the scalars that get a column. Where any record has an interval for one, all have columns
  ///   for it.
  public init(_ records: [AnalysisRecord], measures: Set<Measure> = Measure.onePass) {
    let hyperparameters = Set(records.flatMap(\.dump.hyperparameters.keys)).sorted()
    let metrics = Set(records.flatMap(\.dump.metrics.keys)).sorted()
    let columns =
      Self.description + Self.columns(of: measures) + Self.intervals(of: measures, in: records) + Self.remarks
    let header = columns.map(\.name) + hyperparameters + metrics
    let rows = records.map { record in
      columns.map { $0.value(record) }
        + hyperparameters.map { record.dump.hyperparameters[$0]?.description }
        + metrics.map { record.dump.metrics[$0]?.value.description }
    }
    lines = ([header] + rows).map { CommaSeparated.line($0.map { $0 ?? "" }) }
  }

  private typealias Column = (name: String, value: @Sendable (AnalysisRecord) -> String?)

  private static let description: [Column] = [
    ("path", { $0.dump.path.string }),
    ("run", { $0.dump.run }),
    ("layer", { $0.dump.layer }),
    ("epoch", { $0.dump.checkpoint?.epoch?.description }),
    ("step", { $0.dump.checkpoint?.step?.description }),
    ("seed", { $0.dump.seed?.description }),
    ("sampleCount", { $0.shape?.sampleCount.description }),
    ("featureCount", { $0.shape?.featureCount.description }),
    ("dataType", { $0.shape?.dataType }),
    ("tokens", { $0.shape?.tokens?.rawValue }),
    ("nonFiniteRows", { $0.summary?.nonFiniteRows.description }),
  ]

  private static func columns(of measures: Set<Measure>) -> [Column] {
    let scalars: [Column] = Measure.allCases.filter(measures.contains).map { measure in
      (measure.rawValue, { number($0.value(of: measure)) })
    }
    return measures.contains(.alpha) ? scalars + fit : scalars
  }

  private static let fit: [Column] = [
    ("estimator", { $0.summary?.fit?.estimator.rawValue }),
    ("first", { $0.summary?.fit?.range.first.description }),
    ("last", { $0.summary?.fit?.range.last.description }),
    ("rSquared", { $0.summary?.fit?.rSquared?.description }),
    ("accepted", { $0.summary?.fit?.isAccepted.description }),
  ]

  private static func intervals(of measures: Set<Measure>, in records: [AnalysisRecord]) -> [Column] {
    Measure.allCases.filter { measure in
      measures.contains(measure) && records.contains { $0.uncertainty?.measures[measure] != nil }
    }.flatMap { measure -> [Column] in
      [
        ("\(measure)StandardError", { $0.uncertainty?.measures[measure]?.standardError.description }),
        ("\(measure)Low", { $0.uncertainty?.measures[measure]?.interval.lowerBound.description }),
        ("\(measure)High", { $0.uncertainty?.measures[measure]?.interval.upperBound.description }),
      ]
    }
  }

  private static let remarks: [Column] = [
    ("resolvableRank", { $0.summary?.resolvableRank.description }),
    ("noiseFloor", { number($0.summary?.noiseFloor) }),
    ("totalVariance", { number($0.summary?.totalVariance) }),
    ("precision", { $0.precision }),
    ("files", { $0.dump.files.count.description }),
    ("warnings", { $0.warnings.map(\.message).joined(separator: "; ") }),
    ("error", { $0.failure?.message }),
  ]

  /// Nil, as in JSON, for what no number can say; a warning says why.
  private static func number(_ value: Double?) -> String? {
    value.flatMap { $0.isFinite ? $0.description : nil }
  }
}

extension HyperparameterValue: CustomStringConvertible {
  public var description: String {
    switch self {
    case .number(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .text(let text): text
    case .flag(let flag): String(flag)
    }
  }
}
