import Charts
import Colors
import CursesTerminal
import TerminalCells

/// What the colours of a theme are worth to eyes, as stated and as 256 colours show them, whichever is worse.
///
/// A colour that only the user's own palette knows cannot be judged, and counts as good.
struct ThemeReport: Encodable {
  /// How well a role is read (WCAG 2.2): over the background or, where the role is one itself, what is drawn over it.
  struct Contrast: Encodable {
    let role: String
    /// 1…21; nil where the terminal decides.
    let ratio: Double?
    /// What it should be at least; nil where nobody reads it.
    let least: Double?
    let isMet: Bool

    init(role: String, ratio: Double?, least: Double?) {
      (self.role, self.ratio, self.least) = (role, ratio, least)
      isMet = ThemeReport.isMet(ratio, least)
    }
  }

  /// The two colours that look most alike (ΔE in Oklab, simulated after Machado et al. 2009).
  struct Distance: Encodable {
    /// `series`, or `diverging` for the ends of that ramp.
    let colors: String
    let vision: String
    /// nil where there are less than two exact colours.
    let distance: Double?
    /// Positions in the theme's list, from 1.
    let between: [Int]
    /// What it should be at least; nil where the theme does not claim to be safe for these eyes.
    let least: Double?
    let isMet: Bool

    init(colors: String, vision: ColorVision, distance: Double?, between: [Int], least: Double?) {
      (self.colors, self.vision, self.between) = (colors, vision.rawValue, between)
      (self.distance, self.least) = (distance, least)
      isMet = ThemeReport.isMet(distance, least)
    }
  }

  /// The lightness of a ramp's colours (Oklab, 0…1), in their order.
  struct Ramp: Encodable {
    let lightness: [Double]
    /// Whether every colour is lighter than the one before, or every one darker: then greater values look so, colour or not.
    let isSteady: Bool
  }

  let name: String
  let contrasts: [Contrast]
  let distances: [Distance]
  let sequential: Ramp
  let passes: Bool

  /// Text is to have this contrast, text on a selection this one, and lines this (WCAG 2.2, 1.4.3 and 1.4.11).
  static let (leastForText, leastOnSelection, leastForLines) = (4.5, 4.0, 3.0)
  /// Three times what is just noticed; the six hues of Okabe and Ito have 0.076.
  static let leastDistance = 0.06

  init(_ theme: Theme, name: String) {
    self.name = name
    contrasts = ThemeContrasts(theme).all
    distances = ColorVision.allCases.flatMap { vision in
      let least = vision == .normal || theme.safeFor.contains(vision) ? Self.leastDistance : nil
      let ends = [theme.diverging.first, theme.diverging.last].compactMap { $0 }
      return [
        Self.distance("series", theme.series.map(\.color), vision, least: least),
        Self.distance("diverging", ends, vision, least: least),
      ]
    }
    let lightness = theme.sequential.compactMap(\.rgb).map(\.lightness)
    let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
    sequential = Ramp(lightness: lightness, isSteady: steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 })
    passes = contrasts.allSatisfy(\.isMet) && distances.allSatisfy(\.isMet) && sequential.isSteady
  }

  /// What is not known, or asks for nothing, is no reason to object.
  private static func isMet(_ value: Double?, _ least: Double?) -> Bool {
    guard let value, let least else { return true }
    return value >= least
  }

  private static func distance(
    _ name: String, _ colors: [ThemeColor], _ vision: ColorVision, least: Double?
  ) -> Distance {
    let shown = colors.map(\.shown)
    var nearest: (distance: Double, pair: [Int])?
    for first in shown.indices {
      for second in shown.indices.dropFirst(first + 1) {
        for (one, other) in zip(shown[first], shown[second]) {
          let distance = one.distance(to: other, for: vision)
          if distance < nearest?.distance ?? .infinity { nearest = (distance, [first + 1, second + 1]) }
        }
      }
    }
    return Distance(
      colors: name, vision: vision, distance: nearest?.distance, between: nearest?.pair ?? [], least: least)
  }
}

// Every field is there, null where there is no value.

extension ThemeReport.Contrast {
  private enum CodingKeys: CodingKey { case role, ratio, least, isMet }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(role, forKey: .role)
    try fields.encode(ratio, forKey: .ratio)
    try fields.encode(least, forKey: .least)
    try fields.encode(isMet, forKey: .isMet)
  }
}

extension ThemeReport.Distance {
  private enum CodingKeys: CodingKey { case colors, vision, distance, between, least, isMet }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(colors, forKey: .colors)
    try fields.encode(vision, forKey: .vision)
    try fields.encode(distance, forKey: .distance)
    try fields.encode(between, forKey: .between)
    try fields.encode(least, forKey: .least)
    try fields.encode(isMet, forKey: .isMet)
  }
}

extension ThemeColor {
  /// What terminals of many and of 256 colours show, in this order; empty where their users decide.
  var shown: [RGB] {
    let nearest = rgb.flatMap { XtermPalette.nearest(to: .rgb($0.red, $0.green, $0.blue), depth: .xterm256) }
    guard let entry = palette256 ?? nearest, entry >= 16 else { return [] }
    let (red, green, blue) = XtermPalette.components(entry)
    let approximate = RGB(red, green, blue)
    return [rgb ?? approximate, approximate]
  }
}
