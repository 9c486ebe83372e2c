/// Something that lies over a screen. Overlays stack; Esc takes the uppermost away.
struct Overlay: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// The keys that work underneath.
    case help
    /// What is running, and everything that failed or was warned about.
    case activity
    /// What the linear probe of the selected dump came to.
    case probe
    /// Something to choose.
    case picker(Picker.Kind)
  }

  let kind: Kind
  /// The first line shown.
  var scroll = 0
  /// Lines without this text are left out (where letters are text).
  var filter = ""
  /// The line that is chosen by Enter, among those that are left (pickers only).
  var selection = 0

  init(_ kind: Kind) { self.kind = kind }

  /// Whether letters are text for the filter instead of commands.
  var takesText: Bool {
    switch kind {
    case .help, .picker: true
    case .activity, .probe: false
    }
  }

  var picker: Picker.Kind? {
    if case .picker(let kind) = kind { kind } else { nil }
  }
}
