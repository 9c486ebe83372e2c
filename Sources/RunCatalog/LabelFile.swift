public import SystemPackage

/// Where the labels of a dump's rows are.
public enum LabelFile {
  /// The labels beside a dump: `<dump>_labels.npy`, `labels.npy` or `targets.npy`, the first of them that there is;
  /// where there is none, `labels.npy` or `targets.npy` in the nearest of the two directories above. Nil where there is
  /// none at all.
  ///
  /// Whether they have as many labels as the dump has rows has to be seen when they are read.
  public static func beside(_ dump: FilePath) -> FilePath? {
    CompanionFile.beside(dump, role: .labels)
  }
}
