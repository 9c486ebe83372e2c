/// A colour as a theme states it: once exactly, and where the nearest is not good enough also for terminals with fewer
/// colours.
public struct ThemeColor: Sendable, Hashable {
  public struct RGB: Sendable, Hashable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  /// What remains of a colour where there are none.
  public struct Attributes: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1 << 0)
    public static let dim = Attributes(rawValue: 1 << 1)
    public static let underline = Attributes(rawValue: 1 << 2)
    public static let reverse = Attributes(rawValue: 1 << 3)
  }

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
