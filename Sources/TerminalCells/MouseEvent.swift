/// What was done with the mouse, and over which cell.
public struct MouseEvent: Sendable, Hashable {
  public enum Button: Sendable, Hashable {
    case left, middle, right
  }

  public enum Kind: Sendable, Hashable {
    case press(Button)
    case release(Button)
    /// Moved to another cell with a button held.
    case drag(Button)
    /// One notch of a wheel.
    case wheelUp, wheelDown, wheelLeft, wheelRight
  }

  public var kind: Kind
  /// From the left, 0 first.
  public var column: Int
  /// From the top, 0 first.
  public var row: Int

  public init(_ kind: Kind, column: Int, row: Int) {
    self.kind = kind
    self.column = column
    self.row = row
  }
}
