import ChartExport

/// What pictures are written with.
extension Check {
  static func fonts() -> [Check] {
    [PictureStyle.standardFont, PictureStyle.standardMonospacedFont].map { family in
      guard let font = PictureFont(answering: family) else {
        return error(
          "fonts", family, "there is no font at all", advice: "pictures have no letters; install fonts-dejavu-core")
      }
      guard font.family == family else {
        return warning(
          "fonts", family, "\(font.family) in its place, \(font.file)",
          advice: "letters of pictures are other ones; install fonts-dejavu-core")
      }
      return ok("fonts", family, font.file)
    }
  }
}
