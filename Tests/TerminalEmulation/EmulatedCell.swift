/// What the terminal shows at one position.
public struct EmulatedCell: Sendable, Hashable {
  /// The character with its marks; a space where nothing was written, empty in the right half of a wide character.
  public var text: String
  /// Columns of the character: 1 or 2.
  public var width: Int
  public var foreground: EmulatedColor
  public var background: EmulatedColor
  public var isBold: Bool
  public var isUnderlined: Bool
  public var isReversed: Bool
}

/// A colour as the program asked for it.
public enum EmulatedColor: Sendable, Hashable {
  case terminalDefault
  case palette(Int)
  case rgb(UInt8, UInt8, UInt8)
}

/// What the terminal reports of the mouse.
public enum MouseMode: Int, Sendable, Hashable {
  case off, clicks, drags, movements
}
