/// Where a record has a quantity of some name.
enum QuantitySource: Sendable, Hashable {
  case measure(Measure)
  case rSquared, nonFiniteRows, sampleCount, featureCount, resolvableRank, noiseFloor, totalVariance
  case accuracy
  case epoch, step, seed
  case logarithmOfLossPerDimension
  /// A metric, else a hyperparameter.
  case surroundings(String)

  init(named name: String) {
    if let measure = Measure(rawValue: name) {
      self = .measure(measure)
      return
    }
    self =
      switch name {
      case "rSquared": .rSquared
      case "nonFiniteRows": .nonFiniteRows
      case "sampleCount": .sampleCount
      case "featureCount": .featureCount
      case "resolvableRank": .resolvableRank
      case "noiseFloor": .noiseFloor
      case "totalVariance": .totalVariance
      case "accuracy": .accuracy
      case "epoch": .epoch
      case "step": .step
      case "seed": .seed
      case Quantity.logarithmOfLossPerDimension: .logarithmOfLossPerDimension
      default: .surroundings(name)
      }
  }

  func value(of record: AnalysisRecord) -> Double? {
    switch self {
    case .measure(let measure): record.value(of: measure)
    case .rSquared: record.summary?.fit?.rSquared
    case .nonFiniteRows: (record.summary?.nonFiniteRows).map(Double.init)
    case .sampleCount: (record.shape?.sampleCount).map(Double.init)
    case .featureCount: (record.shape?.featureCount).map(Double.init)
    case .resolvableRank: (record.summary?.resolvableRank).map(Double.init)
    case .noiseFloor: record.summary?.noiseFloor
    case .totalVariance: record.summary?.totalVariance
    case .accuracy: record.accuracy?.value
    case .epoch: (record.dump.checkpoint?.epoch).map(Double.init)
    case .step: (record.dump.checkpoint?.step).map(Double.init)
    case .seed: record.dump.seed.map(Double.init)
    case .logarithmOfLossPerDimension: record.dump.logarithmOfLossPerDimension
    case .surroundings(let name): record.dump.metrics[name]?.value ?? record.dump.hyperparameters[name]?.number
    }
  }
}
