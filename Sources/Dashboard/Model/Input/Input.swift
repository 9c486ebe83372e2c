/// What the user is in the middle of: a line that is typed, lists over the screen, a key that waits for the next, a
/// held button; and what was said of the last key.
struct Input: Sendable, Equatable {
  /// The line that is being typed.
  private(set) var prompt: Prompt?
  /// The uppermost is the last.
  private(set) var overlays: [Overlay] = []
  private(set) var chord: Chord?
  private(set) var notice: Notice?
  /// What a held button is moving.
  private(set) var gesture: MouseGesture?
  /// Whether the last input was a drag or a wheel.
  private var isGesturing = false

  /// Whether letters are text for the uppermost list.
  var filtersOverlay: Bool { overlays.last?.takesText == true }

  // MARK: What is said

  mutating func say(_ text: String, isFailure: Bool = false) { notice = Notice(text: text, isFailure: isFailure) }

  mutating func hush() { notice = nil }

  // MARK: Lines

  mutating func ask(_ purpose: Prompt.Purpose, text: String = "", objection: Prompt.Mistake? = nil) {
    prompt = Prompt(purpose: purpose, text: text, error: objection)
  }

  /// Changes the line that is typed; what was wrong with it before is forgotten.
  mutating func edit(_ change: (inout String) -> Void) {
    guard var edited = prompt else { return }
    change(&edited.text)
    edited.error = nil
    prompt = edited
  }

  /// Says what is wrong with the line that is typed; nil for nothing.
  mutating func judge(_ mistake: Prompt.Mistake?) { prompt?.error = mistake }

  mutating func endPrompt() { prompt = nil }

  // MARK: Lists

  mutating func show(_ overlay: Overlay) { overlays.append(overlay) }

  /// Takes the uppermost list away.
  mutating func closeOverlay() { _ = overlays.popLast() }

  mutating func closeOverlays() { overlays = [] }

  /// Goes to a line of the uppermost list.
  mutating func select(_ line: Int) { changeOverlay { $0.selection = line } }

  mutating func scroll(to line: Int) { changeOverlay { $0.scroll = line } }

  /// Changes what the lines of the uppermost list are to contain; it is looked at from its beginning.
  mutating func editFilter(_ change: (inout String) -> Void) {
    changeOverlay { overlay in
      change(&overlay.filter)
      (overlay.scroll, overlay.selection) = (0, 0)
    }
  }

  /// Shows all lines of the uppermost list again; the eye stays where it was.
  mutating func dropFilter() { changeOverlay { $0.filter = "" } }

  private mutating func changeOverlay(_ change: (inout Overlay) -> Void) {
    guard let last = overlays.indices.last else { return }
    change(&overlays[last])
  }

  // MARK: Keys and buttons

  /// Waits for the second key.
  mutating func begin(_ chord: Chord) { self.chord = chord }

  mutating func endChord() { chord = nil }

  mutating func hold(_ gesture: MouseGesture) { self.gesture = gesture }

  mutating func letGo() { gesture = nil }

  /// Notes what kind of input has come.
  ///
  /// - Returns: whether it goes on with the movement before, with which it is undone.
  mutating func note(isGesture: Bool) -> Bool {
    defer { isGesturing = isGesture }
    return isGesture && isGesturing
  }
}
