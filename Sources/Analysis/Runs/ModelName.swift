/// What the model is called that a dump is of, by the names on its path.
public struct ModelName: Sendable, Hashable {
  /// The directory that its dumps lie in, without names of checkpoints and layers.
  public var directory: String
  /// What the file's name says besides; empty for nothing.
  public var variant: String
  /// Both: what tells the models below one root apart.
  public var path: String
  /// The path without seeds, dates, hashes and attempts: runs of one family that differ by nothing but their seed are one
  /// model with several seeds. Nil where no name is known.
  public var family: String?
  /// Dates, hashes and attempts in the path: of one family and seed they tell models apart.
  public var noise: String

  /// - Parameter root: stands for a path that says nothing.
  public init(
    directory: String, variant: String = "", path: String, family: String? = nil, noise: String = "", root: String = ""
  ) {
    self.directory = directory
    self.variant = variant
    self.path = path.isEmpty ? root : path
    self.family = family
    self.noise = noise
  }
}
