/// Why there is no picture.
public struct PictureError: Error, Equatable, CustomStringConvertible {
  public let description: String
}
