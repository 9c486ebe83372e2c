/// The open screen, and the one before it.
struct ScreenTrail: Sendable, Equatable {
  private(set) var open = Screen.models
  private var previous = Screen.models

  /// Where Esc leads back to.
  var back: Screen { previous == open ? .models : previous }

  /// - Returns: whether it is another screen.
  mutating func go(to screen: Screen) -> Bool {
    guard screen != open else { return false }
    previous = screen == .models ? .models : open
    open = screen
    return true
  }

  /// Begins with the screen of another time.
  mutating func resume(_ screen: Screen) { open = screen }
}
