extension RGBColor {
  /// How much light it gives off, from black 0 to white 1 (WCAG 2.2).
  public var relativeLuminance: Double { LinearColor(self).relativeLuminance }

  /// From 1 for equal colours to 21 for black and white (WCAG 2.2).
  public func contrast(with other: RGBColor) -> Double {
    let (one, two) = (relativeLuminance + 0.05, other.relativeLuminance + 0.05)
    return max(one, two) / min(one, two)
  }

  /// Black or white, whichever is easier to read on this colour.
  public var readableText: RGBColor {
    let (black, white) = (RGBColor(0, 0, 0), RGBColor(255, 255, 255))
    return contrast(with: black) >= contrast(with: white) ? black : white
  }

  /// The colour between both in Oklab.
  /// - Parameter share: of the other, 0…1.
  public func mixed(with other: RGBColor, share: Double) -> RGBColor {
    OklabColor(self).mixed(with: OklabColor(other), share: share).rgb
  }
}
