public import SystemPackage

/// Where the labels of a dump's rows are.
public enum LabelFile {
  /// How many directories above a dump's own may hold the labels of a whole sweep.
  static let greatestDistance = 2

  /// The labels beside a dump: `<dump>_labels.npy`, `labels.npy` or `targets.npy`, the first of them that there is;
  /// where there is none, `labels.npy` or `targets.npy` in the nearest of the two directories above. Nil where there is
  /// none at all.
  ///
  /// Whether they have as many labels as the dump has rows has to be seen when they are read.
  public static func beside(_ dump: FilePath) -> FilePath? {
    var directory = dump.removingLastComponent()
    let own = dump.lastComponent.map { "\($0.stem)_labels.npy" }
    for distance in 0...greatestDistance {
      for name in [distance == 0 ? own : nil, "labels.npy", "targets.npy"].compactMap(\.self) {
        let file = directory.appending(name)
        if file != dump, let status = try? file.stat(), status.type == .regular { return file }
      }
      // By its name: a link to a directory has the labels where it was found.
      directory = directory.appending("..").lexicallyNormalized()
    }
    return nil
  }
}
