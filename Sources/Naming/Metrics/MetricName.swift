/// What the name of a metric says it is.
package struct MetricName: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case accuracy
    /// One minus an accuracy.
    case errorRate
    case other
  }

  /// Which samples a metric is of.
  package enum Images: Sendable, Hashable {
    /// Held out of the training.
    case heldOut
    /// Held out, of another distribution.
    case shifted
    /// The name does not say, so they may be the training's.
    case unknown
    case training
  }

  package let name: String
  package let kind: Kind
  package let images: Images
  /// k of a top-k accuracy, where the name says so.
  package let topCount: Int?
  let words: [String]

  package init(_ name: String) {
    self.name = name
    words = MetricWords.of(name)
    let set = Set(words)
    topCount = Self.topCount(words)
    images =
      !set.isDisjoint(with: Self.training)
      ? .training
      : !set.isDisjoint(with: Self.shifted) ? .shifted : set.isDisjoint(with: Self.heldOut) ? .unknown : .heldOut
    let isExplicit = set.contains("acc") || topCount != nil && set.contains("top")
    if set.contains("error") {
      kind = set.isDisjoint(with: Self.noErrorRate) ? .errorRate : .other
    } else if isExplicit {
      kind = set.isDisjoint(with: Self.noAccuracy) ? .accuracy : .other
    } else if set.contains("knn") || set.contains("probe") {
      kind = set.isDisjoint(with: Self.noAccuracy.union(Self.otherMetrics)) ? .accuracy : .other
    } else {
      kind = .other
    }
  }

  /// The number behind `acc` or `top`: `acc@5`, `top-1`.
  private static func topCount(_ words: [String]) -> Int? {
    for (word, next) in zip(words, words.dropFirst()) where word == "top" || word == "acc" {
      if let count = Int(next) { return count }
    }
    return nil
  }

  /// Whether a number in the name of a file or directory is this metric, and no setting (`loss_weight`).
  var isMetricInName: Bool {
    let set = Set(words)
    let hasMetric =
      kind != .other || !set.isDisjoint(with: Self.metrics)
      || zip(words, words.dropFirst()).contains { $0 == "f" && $1 == "1" }
    return hasMetric && set.isDisjoint(with: Self.settings)
  }

  /// Whether, of two accuracies, it stands better for the accuracy: whatever the order of the columns.
  package func precedes(_ other: MetricName) -> Bool {
    for (own, others) in zip(preference, other.preference) where own != others { return own < others }
    return name < other.name
  }

  /// Less is better, the first number above all.
  private var preference: [Int] {
    let set = Set(words)
    return [
      images == .training ? 2 : images == .unknown ? 1 : 0,
      (topCount ?? 1) == 1 ? 0 : 1,
      // What was best until then is not of this checkpoint.
      set.isDisjoint(with: ["best", "max", "ema", "smooth", "smoothed", "avg", "running"]) ? 0 : 1,
      images == .shifted ? 1 : 0,
      Self.places.firstIndex { !set.isDisjoint(with: $0) } ?? Self.places.count,
      set.contains("acc") || set.contains("top") ? 0 : 1,
      topCount == nil ? 1 : 0,
      words.count,
    ]
  }

  /// Where accuracies of held-out samples are measured, the most telling first.
  private static let places: [Set<String>] = [
    ["test", "testing"], ["linear", "probe"], ["val", "valid", "validation", "dev"],
    ["eval", "evaluation", "holdout", "heldout"], ["knn"], ["online"],
  ]
  private static let heldOut: Set = [
    "val", "valid", "validation", "test", "testing", "eval", "evaluation", "dev", "probe", "linear", "knn", "online",
    "holdout", "heldout", "zeroshot", "fewshot",
  ]
  private static let shifted: Set = ["ood", "shift", "shifted", "corrupted", "robust"]
  private static let training: Set = ["train", "training", "tr", "fit", "trn"]
  /// Of an accuracy: not the accuracy itself.
  private static let noAccuracy: Set = [
    "loss", "std", "stderr", "sd", "var", "variance", "sem", "ci", "lower", "upper", "time", "sec", "seconds", "grad",
    "gradient", "gradients", "accumulate", "steps", "count", "num", "threshold", "weight", "coef", "lr", "delta",
    "gap", "drop", "patience", "n", "entropy",
  ]
  /// Beside `knn` or `probe` alone: other metrics, and settings.
  private static let otherMetrics: Set = [
    "auc", "auroc", "map", "mse", "mae", "nll", "ppl", "perplexity", "precision", "recall", "iou", "k", "temp",
    "temperature", "norm", "epoch", "epochs", "wd", "f", "kappa", "mcc", "score", "r", "corr", "rank", "dim", "batch",
  ]
  private static let noErrorRate: Set = [
    "loss", "std", "stderr", "sd", "var", "squared", "absolute", "mean", "reconstruction", "mse", "mae", "time", "bar",
    "bars", "count", "norm",
  ]
  private static let metrics: Set = ["loss", "acc", "auc", "auroc", "map", "error", "ppl", "perplexity", "mse", "mae"]
  private static let settings: Set = [
    "weight", "weights", "coef", "coeff", "scale", "type", "fn", "func", "function", "name", "lambda", "lambd",
    "alpha", "beta", "gamma", "ratio", "factor", "steps", "size", "temp", "temperature", "margin", "power", "smooth",
    "smoothing", "grad", "gradient", "accumulate", "accumulation", "num", "n", "threshold", "lr", "dim", "w", "wt",
    "every", "target",
  ]
}
