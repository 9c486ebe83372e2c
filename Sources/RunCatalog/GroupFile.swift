public import SystemPackage

/// Where it is said which rows of a dump belong together.
public enum GroupFile {
  /// The ids beside a dump: `<dump>_groups.npy` or `groups.npy`, the first of them that there is; where there is none,
  /// `groups.npy` in the nearest of the two directories above. Nil where there is none at all.
  ///
  /// Whether they are as many as the dump has rows has to be seen when they are read.
  public static func beside(_ dump: FilePath) -> FilePath? {
    CompanionFile.beside(dump, role: .groups)
  }
}
