/// What a picture says of itself to who opens its properties.
public struct PictureMetadata: Sendable, Hashable {
  public var title: String
  /// What it was made of and how: a few lines of `name: value`.
  public var description: String
  /// The program, with its version.
  public var creator: String
  /// When it was made, as ISO 8601; nil keeps equal pictures equal files.
  public var date: String?

  public init(title: String, description: String, creator: String, date: String? = nil) {
    self.title = title
    self.description = description
    self.creator = creator
    self.date = date
  }
}
