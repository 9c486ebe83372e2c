/// What a part of the screen means. Raw values are the keys under `[ui]` of a theme.
public enum UIRole: String, Sendable, Hashable, CaseIterable {
  case background
  case foreground
  case dim
  case border
  case borderFocus = "border_focus"
  case title
  case key
  case selection
  case selectionInactive = "selection_inactive"
  case mark
  case pin
  case ok
  case warning
  case error
  case live
  case stale
  case match

  /// Whether it lies behind what is written.
  public var isBackground: Bool { [.background, .selection, .selectionInactive].contains(self) }
}
