/// What the user does at the terminal.
public enum InputEvent: Sendable, Hashable {
  case key(KeyEvent)
  case mouse(MouseEvent)
  /// Text that was pasted, as it came.
  case paste(String)
}
