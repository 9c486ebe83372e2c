import Synchronization

/// What the name of a metric says, by its words: whether it is an accuracy, and of which images.
///
/// Every tool and every training loop has names of its own (`val/acc@1`, `valid_acc`, `eval_accuracy_top1`, `ValAcc`), so there
/// is no list of them. Names are cut at `/ _ - . @ :`, at blanks and where lower case turns into upper case.
public struct MetricName: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A share of right answers, which is better where it is greater.
    case accuracy
    case other
  }

  /// Which images a metric is of.
  public enum Images: Sendable, Hashable, Comparable {
    case heldOut
    /// Held out, of another distribution.
    case shifted
    /// The name says nothing, so they may be those of the training.
    case unknown
    case training
  }

  public let kind: Kind
  public let images: Images
  /// Whether it counts the first answer only, or does not say that it counts more.
  public let isTopOne: Bool
  /// Where several are of the same kind and images, the one with the least comes first.
  let preference: Int

  private static let accuracy: Set = ["acc", "accuracy", "acc1", "acc5", "top1", "top5", "knn", "probe"]
  /// Whatever else is in the name, this is no share of right answers.
  private static let noAccuracy: Set = [
    "loss", "error", "err", "ce", "nll", "entropy", "lr", "time", "seconds", "perplexity", "ppl", "mse", "mae", "auc",
    "auroc",
    "f1", "map", "rank", "norm", "epoch", "step", "std", "se", "count", "n",
  ]
  private static let training: Set = ["train", "training", "tr", "fit"]
  private static let shifted: Set = ["ood", "shifted", "shift", "corrupted", "robust"]
  /// The most telling first: the final test, a probe of the features, then what guides the training.
  private static let heldOut = [
    "test", "linear", "probe", "knn", "val", "valid", "validation", "eval", "dev", "heldout", "holdout", "online",
  ]

  /// Names are few and asked for often, so what they say is kept.
  public static func reading(_ name: String) -> MetricName {
    known.withLock { known in
      if let metric = known[name] { return metric }
      if known.count >= 4096 { known = [:] }
      let metric = MetricName(name)
      known[name] = metric
      return metric
    }
  }

  private static let known = Mutex<[String: MetricName]>([:])

  public init(_ name: String) {
    let words = Self.words(of: name)
    let set = Set(words)
    let isAccuracy = !set.isDisjoint(with: Self.accuracy) || Self.names("top", 1, in: words)
    kind = isAccuracy && set.isDisjoint(with: Self.noAccuracy) ? .accuracy : .other
    let place = Self.heldOut.firstIndex(where: set.contains)
    images =
      !set.isDisjoint(with: Self.training)
      ? .training : !set.isDisjoint(with: Self.shifted) ? .shifted : place == nil ? .unknown : .heldOut
    let saysTopOne =
      set.contains("top1") || set.contains("acc1") || Self.names("top", 1, in: words) || Self.names("acc", 1, in: words)
      || Self.names("accuracy", 1, in: words)
    isTopOne = saysTopOne || !words.contains { ["5", "10", "top5", "acc5", "top10"].contains($0) }
    preference =
      16 * (place ?? Self.heldOut.count) + 8 * (isTopOne ? 0 : 1) + 4 * (saysTopOne ? 0 : 1) + min(3, words.count / 2)
  }

  /// Lower case; a number is a word of its own only where something stands before it (`acc@1`).
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in name.prefix(256) {
      if "/_-.@: ".contains(character) || character.isUppercase && wasLower {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      wasLower = character.isLowercase
      if !"/_-.@: ".contains(character) { word.append(character) }
    }
    return word.isEmpty ? words : words + [word.lowercased()]
  }

  private static func names(_ word: String, _ number: Int, in words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { $0 == word && $1 == "\(number)" }
  }
}
