/// Whether text on a terminal is bright on dark or dark on bright.
enum TerminalBackground {
  case dark
  case light

  /// - Parameter luminance: relative luminance (WCAG 2), 0 for black to 1 for white.
  init(luminance: Double) {
    // Where black and white text have the same contrast: (1 + 0.05) / (L + 0.05) = (L + 0.05) / 0.05.
    self = luminance > 0.179 ? .light : .dark
  }

  /// From the variable that some terminals set: `foreground;background` in the sixteen colours, with further fields between
  /// or `default` for what is not among them; nil where it does not say.
  init?(colorFGBG text: String) {
    guard let entry = text.split(separator: ";").last.flatMap({ Int($0) }), text.contains(";") else { return nil }
    switch entry {
    case 0...6, 8: self = .dark
    case 7, 9...15: self = .light
    default: return nil
    }
  }
}
