/// Something that can be set in the laboratory, in the order of the screen. Raw values are remembered.
enum LaboratoryParameter: String, Sendable, CaseIterable {
  case dimension, trials, seed
  case samples, targetDecay, noise, training, steps, batch, leastAlpha, greatestAlpha, alphaCount
  case rows, ranks

  /// What it belongs to.
  enum Section: String {
    case both = "regressions and samples"
    case regression = "linear regression"
    case sampling = "samples of a spectrum"
  }

  var section: Section {
    switch self {
    case .dimension, .trials, .seed: .both
    case .samples, .targetDecay, .noise, .training, .steps, .batch, .leastAlpha, .greatestAlpha, .alphaCount:
      .regression
    case .rows, .ranks: .sampling
    }
  }

  /// The letter of the formulas; empty for none.
  var symbol: String {
    switch self {
    case .dimension: "D"
    case .samples: "n"
    case .targetDecay: "b"
    case .noise: "σ"
    case .rows: "N"
    case .leastAlpha, .greatestAlpha: "α"
    case .trials, .seed, .training, .steps, .batch, .alphaCount, .ranks: ""
    }
  }

  var title: String {
    switch self {
    case .dimension: "dimensions"
    case .trials: "trials"
    case .seed: "seed"
    case .samples: "rows learnt from"
    case .targetDecay: "decay of the target"
    case .noise: "noise"
    case .training: "training"
    case .steps: "steps"
    case .batch: "rows at a time"
    case .leastAlpha: "from"
    case .greatestAlpha: "to"
    case .alphaCount: "points"
    case .rows: "rows at most"
    case .ranks: "fitted ranks"
    }
  }

  /// Where there is little room; empty where the value says it all.
  var shortTitle: String {
    switch self {
    case .leastAlpha, .greatestAlpha: "α \(title)"
    case .training: ""
    case .batch: "batch"
    case .ranks: "ranks"
    default: symbol.isEmpty ? title : symbol
    }
  }
}

extension LaboratorySettings {
  /// Those that mean something as the others are set.
  var parameters: [LaboratoryParameter] {
    LaboratoryParameter.allCases.filter { parameter in
      switch parameter {
      case .steps: training == .fullBatch
      case .batch: training == .onePass
      default: true
      }
    }
  }
}
