/// Something that records have a number of: what can stand on an axis, colour a point or order a table.
public struct Quantity: Sendable, Hashable {
  /// As in JSON, in the metric log, or among the hyperparameters (`AnalysisRecord.quantity(named:)`).
  public let name: String
  /// Found once: records are asked by the thousand.
  private let source: QuantitySource

  public init(named name: String) {
    self.name = name
    source = QuantitySource(named: name)
  }

  /// For people.
  public var title: String { Self.titles[name] ?? name }

  public func value(of record: AnalysisRecord) -> Double? { source.value(of: record) }

  /// All of which any of these records has a finite number: measures, accuracy and metrics, hyperparameters, where in training, and
  /// the shape of the features and of the spectrum.
  ///
  /// - Parameter distinct: how many different numbers of it there must be.
  public static func all(in records: some Sequence<AnalysisRecord>, distinct: Int = 1) -> [Quantity] {
    let records = Array(records)
    var (metricNames, hyperparameterNames): (Set<String>, Set<String>) = ([], [])
    for record in records {
      for name in record.dump.metrics.keys { metricNames.insert(name) }
      for name in record.dump.hyperparameters.keys { hyperparameterNames.insert(name) }
    }
    let (metrics, hyperparameters) = (metricNames.sorted(), hyperparameterNames.sorted())
    var named: Set<String> = []
    return
      (measureNames + ["accuracy"] + metrics + [Self.logarithmOfLossPerDimension] + hyperparameters + trainingNames
      + shapeNames)
      .filter { named.insert($0).inserted }
      .map(Quantity.init)
      .filter { quantity in
        var values: Set<Double> = []
        return records.contains { record in
          if let value = quantity.value(of: record), value.isFinite { values.insert(value) }
          return values.count >= distinct
        }
      }
  }

  /// Whether more of it is better, as its name says.
  public var isAccuracy: Bool {
    name == "accuracy" || AccuracyMetric.isAccuracy(name)
  }

  /// Whether it is read off the features, whose N and D it depends on.
  public var isMeasure: Bool { Measure(rawValue: name) != nil }

  /// The mean of a model's ranks by several accuracies, from 1; less is better. It is no record's own but depends on the others, so
  /// that whoever compares models works it out.
  public static let meanRank = Quantity(named: "meanRank")

  /// ln(L)/d of a logged loss of Barlow Twins and the width of its projector.
  static let logarithmOfLossPerDimension = "logLossPerDimension"

  /// Whether numbers are told apart better by their logarithms: all are positive, and they span more than two decades.
  public static func isLogarithmicByNature(values: [Double]) -> Bool {
    guard let least = values.min(), let greatest = values.max(), values.allSatisfy(\.isFinite) else { return false }
    return least > 0 && greatest / 100 > least
  }

  /// Those that records of any directory may have.
  static let builtInNames = measureNames + ["accuracy"] + trainingNames + shapeNames

  private static let measureNames = Measure.allCases.map(\.rawValue) + ["rSquared"]
  private static let trainingNames = ["epoch", "step", "seed"]
  private static let shapeNames = [
    "sampleCount", "featureCount", "resolvableRank", "noiseFloor", "totalVariance", "nonFiniteRows",
  ]
  private static let titles = [
    "alpha": "α", "rankMe": "RankMe", "effectiveRank": "effective rank", "participationRatio": "participation ratio",
    "stableRank": "stable rank", "conditionNumber": "condition number", "selfCluster": "SelfCluster", "lidar": "LiDAR",
    "rSquared": "R²", "sampleCount": "N", "featureCount": "D", "resolvableRank": "resolvable rank",
    "logLossPerDimension": "ln(loss)/d", "meanRank": "mean rank (1 is best)", "noiseFloor": "noise floor",
    "totalVariance": "total variance", "nonFiniteRows": "rows left out",
    AccuracyMetric.measuredName(.ridge): "accuracy measured here, %",
    AccuracyMetric.measuredName(.logistic): "accuracy measured here (logistic), %",
    AccuracyMetric.typedName: "accuracy as typed",
  ]
}
