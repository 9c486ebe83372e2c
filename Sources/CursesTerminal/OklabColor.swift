import Glibc

/// A colour in Oklab, where equal distances look about equally different: lightness 0…1 and two opponent axes.
/// (B. Ottosson, "A perceptual color space for image processing", 2020.)
struct OklabColor: Sendable, Hashable {
  var lightness: Double
  var a: Double
  var b: Double

  /// From sRGB, 0…255 each.
  init(red: UInt8, green: UInt8, blue: UInt8) {
    let (r, g, b) = (Self.linear(Double(red) / 255), Self.linear(Double(green) / 255), Self.linear(Double(blue) / 255))
    let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    self.b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  func squaredDistance(to other: OklabColor) -> Double {
    let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
    return dl * dl + da * da + db * db
  }

  /// The intensity of a component of sRGB, both 0…1.
  static func linear(_ component: Double) -> Double {
    component <= 0.04045 ? component / 12.92 : pow((component + 0.055) / 1.055, 2.4)
  }
}
