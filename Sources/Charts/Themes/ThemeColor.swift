public import Colors

/// A colour as a theme states it: once exactly, and where the nearest is not good enough also for terminals with fewer
/// colours.
public struct ThemeColor: Sendable, Hashable {
  public typealias RGB = RGBColor
  /// What remains of a colour where there are none.
  public typealias Attributes = TextAttributes

  public var rgb: RGB?
  /// An entry of the xterm palette.
  public var palette256: UInt8?
  /// An entry of the user's own palette, 0…15.
  public var palette16: UInt8?
  public var attributes: Attributes

  public init(
    rgb: RGB? = nil, palette256: UInt8? = nil, palette16: UInt8? = nil, attributes: Attributes = []
  ) {
    self.rgb = rgb
    self.palette256 = palette256
    self.palette16 = palette16
    self.attributes = attributes
  }

  /// Whatever the terminal uses by itself.
  public static let terminalDefault = ThemeColor()
}
