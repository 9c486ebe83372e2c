import Glibc

extension ThemeColor.RGB {
  /// The intensities of red, green and blue, 0…1.
  var linear: (red: Double, green: Double, blue: Double) {
    func intensity(_ component: UInt8) -> Double {
      let share = Double(component) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return (intensity(red), intensity(green), intensity(blue))
  }

  /// How much light it gives off, from black 0 to white 1 (WCAG 2.2).
  public var relativeLuminance: Double { 0.2126 * linear.red + 0.7152 * linear.green + 0.0722 * linear.blue }

  /// From 1 for equal colours to 21 for black and white (WCAG 2.2).
  public func contrast(with other: ThemeColor.RGB) -> Double {
    let (one, two) = (relativeLuminance + 0.05, other.relativeLuminance + 0.05)
    return max(one, two) / min(one, two)
  }

  /// Black or white, whichever is easier to read on this colour.
  public var readableText: ThemeColor.RGB {
    let (black, white) = (ThemeColor.RGB(0, 0, 0), ThemeColor.RGB(255, 255, 255))
    return contrast(with: black) >= contrast(with: white) ? black : white
  }

  /// The colour between both in Oklab.
  /// - Parameter share: of the other, 0…1.
  public func mixed(with other: ThemeColor.RGB, share: Double) -> ThemeColor.RGB {
    OklabColor(self).mixed(with: OklabColor(other), share: share).rgb
  }
}
