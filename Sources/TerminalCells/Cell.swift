/// One position of the screen.
public struct Cell: Sendable, Hashable {
  /// What the position shows. `nil` marks the second half of the wide character to its left.
  public var character: Character?
  public var style: Style

  public init(_ character: Character?, style: Style = .plain) {
    self.character = character
    self.style = style
  }

  /// A space in the terminal's own colours.
  public static let blank = Cell(" ")
  /// The right half of a wide character.
  public var isContinuation: Bool { character == nil }
}
