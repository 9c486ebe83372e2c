/// What the name of a metric says it is.
package struct MetricName: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case accuracy
    /// One minus an accuracy.
    case errorRate
    case other
  }

  package let name: String
  package let kind: Kind
  /// k of a top-k accuracy, where the name says so.
  package let topCount: Int?
  /// The word by which it is of samples that were held out of the training.
  package let heldOutWord: String?
  /// The word by which it is of the training.
  package let trainingWord: String?
  let words: [String]

  package init(_ name: String) {
    self.name = name
    words = MetricWords.of(name)
    let set = Set(words)
    topCount = Self.topCount(words)
    trainingWord = words.first(where: Self.training.contains)
    heldOutWord = words.first(where: Self.heldOut.contains)
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

  private static let heldOut: Set = [
    "val", "valid", "validation", "test", "testing", "eval", "evaluation", "dev", "probe", "linear", "knn", "online",
    "ood", "shifted", "holdout", "heldout", "zeroshot", "fewshot",
  ]
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
