/// A kind of file for pictures.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  case svg, pdf, png
}
