import Glibc

/// The intensities of red, green and blue light, 0…1.
public struct LinearColor: Sendable, Hashable {
  public var red: Double
  public var green: Double
  public var blue: Double
}

extension LinearColor {
  /// Of components of sRGB, 0…1.
  public init(encodedRed red: Double, green: Double, blue: Double) {
    self.init(red: Self.intensity(red), green: Self.intensity(green), blue: Self.intensity(blue))
  }

  public init(_ color: RGBColor) {
    self.init(
      encodedRed: Double(color.red) / 255, green: Double(color.green) / 255, blue: Double(color.blue) / 255)
  }

  /// How much light it gives off, from black 0 to white 1 (WCAG 2.2).
  public var relativeLuminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  private static func intensity(_ component: Double) -> Double {
    component <= 0.04045 ? component / 12.92 : pow((component + 0.055) / 1.055, 2.4)
  }
}
