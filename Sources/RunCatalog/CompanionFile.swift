import SystemPackage

/// Files that hold a number for every row of the dumps around them.
enum CompanionFile {
  /// How many directories above a dump's own may hold what is said of a whole sweep.
  static let greatestDistance = 2

  /// `<dump><suffix>.npy` beside a dump, or the first of some names that there is, beside it or in the nearest of the two
  /// directories above. Nil where there is none at all.
  static func beside(_ dump: FilePath, suffix: String, names: [String]) -> FilePath? {
    var directory = dump.removingLastComponent()
    let own = dump.lastComponent.map { "\($0.stem)\(suffix).npy" }
    for distance in 0...greatestDistance {
      for name in [distance == 0 ? own : nil].compactMap(\.self) + names {
        let file = directory.appending(name)
        if file != dump, let status = try? file.stat(), status.type == .regular { return file }
      }
      // By its name: a link to a directory has the file where it was found.
      directory = directory.appending("..").lexicallyNormalized()
    }
    return nil
  }
}
