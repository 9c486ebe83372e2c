import CCairo

/// The font that pictures are really drawn with: fontconfig always has an answer.
public struct PictureFont: Sendable, Equatable {
  public let family: String
  public let file: String

  /// - Returns: what fontconfig answers for a family; nil where there is no font at all.
  public init?(answering family: String) {
    guard let wanted = FcPatternCreate() else { return nil }
    defer { FcPatternDestroy(wanted) }
    FcPatternAddString(wanted, FC_FAMILY, family)
    FcConfigSubstitute(nil, wanted, FcMatchPattern)
    FcDefaultSubstitute(wanted)
    var result = FcResultMatch
    guard let found = FcFontMatch(nil, wanted, &result) else { return nil }
    defer { FcPatternDestroy(found) }
    var (name, path): (UnsafeMutablePointer<FcChar8>?, UnsafeMutablePointer<FcChar8>?)
    guard FcPatternGetString(found, FC_FAMILY, 0, &name) == FcResultMatch,
      FcPatternGetString(found, FC_FILE, 0, &path) == FcResultMatch, let name, let path
    else { return nil }
    self.family = String(cString: name)
    file = String(cString: path)
  }
}
