/// A kind of file for pictures.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  case svg, pdf, png

  /// Whether it holds shapes, which have no pixels.
  public var isVector: Bool { self != .png }
}
