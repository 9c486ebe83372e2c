import Glibc

/// A colour in Oklab, where equal distances look about equally different: lightness 0…1 and two opponent axes.
/// (B. Ottosson, "A perceptual color space for image processing", 2020.)
public struct OklabColor: Sendable, Hashable {
  public var lightness: Double
  public var a: Double
  public var b: Double
}

extension OklabColor {
  public init(_ color: RGBColor) { self.init(LinearColor(color)) }

  init(_ linear: LinearColor) {
    let (red, green, blue) = (linear.red, linear.green, linear.blue)
    let l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let m = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  /// The nearest colour of sRGB.
  public var rgb: RGBColor {
    let l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
    return RGBColor(
      component(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
      component(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
      component(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s))
  }

  /// - Parameter share: of the other, 0…1.
  public func mixed(with other: OklabColor, share: Double) -> OklabColor {
    func mix(_ one: Double, _ two: Double) -> Double { one * (1 - share) + two * share }
    return OklabColor(lightness: mix(lightness, other.lightness), a: mix(a, other.a), b: mix(b, other.b))
  }

  public func squaredDistance(to other: OklabColor) -> Double {
    let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
    return dl * dl + da * da + db * db
  }

  private func cube(_ value: Double) -> Double { value * value * value }

  private func component(_ linear: Double) -> UInt8 {
    let encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055
    return UInt8((min(max(encoded, 0), 1) * 255).rounded())
  }
}
