/// What the name of an array file says it holds.
package enum FileRole: String, Sendable, Hashable, CaseIterable {
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
  package init(name: String, axisCount: Int? = nil) {
    let stem = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? name[...]
    if Self.labels.isNamed(by: stem) {
      self = .labels
    } else if Self.groups.isNamed(by: stem) {
      self = .groups
    } else if Self.namesView(stem) || (stem.utf8.starts(with: "views".utf8) && axisCount == 3) {
      self = .views
    } else {
      self = .dump
    }
  }

  /// The names, without suffix, of files with this role for all dumps of a directory, the first before the others.
  package var sharedNames: [String] {
    switch self {
    case .labels: ["labels", "targets"]
    case .groups: ["groups"]
    case .dump, .views: []
    }
  }

  /// What follows the name of a dump in that of a file with this role for the dump alone.
  package var ownSuffix: String? {
    switch self {
    case .labels: "_labels"
    case .groups: "_groups"
    case .dump, .views: nil
    }
  }

  /// How names tell two views of the same samples apart.
  package static let viewMarkers = [("view_a", "view_b"), ("view-a", "view-b"), ("view.a", "view.b"), ("aug0", "aug1")]

  /// The rule that gives the role, for people.
  package var rule: String {
    switch self {
    case .dump: "an array by its suffix"
    case .views: "`view_a`, `view_b` or `aug` with a number in the name, or three axes behind `views`"
    case .labels: "`labels`, `targets` or `<dump>_labels`"
    case .groups: "`groups` or `<dump>_groups`"
    }
  }

  /// Whether a file of this name is what a run says about itself.
  package static func isHeartbeat(_ name: String) -> Bool { name == "heartbeat" || name.hasSuffix(".heartbeat") }

  private func isNamed(by stem: Substring) -> Bool {
    sharedNames.contains { stem == $0 } || ownSuffix.map(stem.hasSuffix) == true
  }

  private static func namesView(_ stem: Substring) -> Bool {
    let words = stem.utf8.split { !$0.isLetter && !$0.isDigit }
    let pair = zip(words, words.dropFirst()).contains { word, next in
      word.elementsEqual("view".utf8) && (next.elementsEqual("a".utf8) || next.elementsEqual("b".utf8))
    }
    let numbered = words.contains { word in
      word.starts(with: "aug".utf8) && word.count > 3 && word.dropFirst(3).allSatisfy(\.isDigit)
    }
    return pair || numbered
  }
}
