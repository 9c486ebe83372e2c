internal import Naming
import SystemPackage
import TensorFiles

/// Files that hold a number for every row of the dumps around them.
enum CompanionFile {
  /// How many directories above a dump's own may hold what is said of a whole sweep.
  static let greatestDistance = 2

  /// The file of a role beside a dump, its own before that for its directory, or in the nearest of the two directories
  /// above. Nil where there is none at all.
  static func beside(_ dump: FilePath, role: FileRole) -> FilePath? {
    var directory = dump.removingLastComponent()
    let own = dump.lastComponent.flatMap { name in role.ownSuffix.map { "\(name.stem)\($0)" } }
    for distance in 0...greatestDistance {
      for stem in [distance == 0 ? own : nil].compactMap(\.self) + role.sharedNames {
        for suffix in ArrayFormat.suffixes {
          let file = directory.appending("\(stem).\(suffix)")
          if file != dump, let status = try? file.stat(), status.type == .regular { return file }
        }
      }
      // By its name: a link to a directory has the file where it was found.
      directory = directory.appending("..").lexicallyNormalized()
    }
    return nil
  }
}
