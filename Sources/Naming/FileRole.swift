/// What the name of an array file says it holds.
public enum FileRole: Sendable, Hashable {
  /// A dump, if the array in it has two or more axes.
  case dump
  /// Augmented views of the same images, for measures that compare views.
  case views
  /// Class labels of the images of the dumps beside it.
  case labels
  /// Which rows of the dumps beside it belong together.
  case groups

  /// Decides by the file's name and, where the name alone does not, by the number of axes.
  ///
  /// - Labels: `labels.npy`, `targets.npy`, `<dump>_labels.npy`.
  /// - Groups: `groups.npy`, `<dump>_groups.npy`.
  /// - Views: the words `view_a` or `view_b`, or `aug` with a number (`feats_aug0.npy`), anywhere in the name; and a
  ///   name that starts with `views` when the array has three axes (images × views × features).
  /// - Parameters:
  ///   - name: last component of the path, with its suffix.
  ///   - axisCount: number of axes of the array, if known.
  public init(name: String, axisCount: Int? = nil) {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    let words = stem.split { !$0.isAnyLetter && !$0.isAnyNumber }
    if stem == "labels" || stem == "targets" || stem.hasSuffix("_labels") {
      self = .labels
    } else if stem == "groups" || stem.hasSuffix("_groups") {
      self = .groups
    } else if Self.namesView(words) || (stem.hasPrefix("views") && axisCount == 3) {
      self = .views
    } else {
      self = .dump
    }
  }

  /// Whether a file of this name is what a run says about itself.
  public static func isHeartbeat(_ name: String) -> Bool { name == "heartbeat" || name.hasSuffix(".heartbeat") }

  private static func namesView(_ words: [Substring]) -> Bool {
    let pair = zip(words, words.dropFirst()).contains { $0 == "view" && ($1 == "a" || $1 == "b") }
    let numbered = words.contains { word in
      let digits = word.dropFirst("aug".count)
      return word.hasPrefix("aug") && !digits.isEmpty && digits.allSatisfy(\.isAnyNumber)
    }
    return pair || numbered
  }
}
