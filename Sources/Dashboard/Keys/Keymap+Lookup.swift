import TerminalCells

extension Keymap {
  /// The command of a key where several contexts hold, the innermost first; nil for a key that means nothing there.
  func command(for key: KeyEvent, in contexts: [KeyBinding.Context]) -> Command? {
    for context in contexts {
      if let binding = bindings.first(where: { $0.context == context && $0.keys.contains(key) }) {
        return binding.command
      }
    }
    return nil
  }

  /// The bindings that can be reached where several contexts hold, the innermost first.
  func bindings(in contexts: [KeyBinding.Context]) -> [KeyBinding] {
    contexts.flatMap { context in bindings.filter { $0.context == context } }
  }

  /// The first key of a command that is bound in one context; nil where the user took them all away.
  func key(of command: Command, in context: KeyBinding.Context) -> KeyEvent? {
    bindings.first { $0.context == context && $0.command == command }?.keys.first
  }
}

extension Model {
  /// Where keys are looked up, the innermost first.
  var keyContexts: [KeyBinding.Context] {
    if input.prompt != nil { return [.prompt] }
    switch input.chord {
    case .sort: return [.sortChord]
    case .axes: return [.axesChord]
    case nil: break
    }
    if let overlay = input.overlays.last {
      return (overlay.picker == nil ? [] : [.picker]) + [.overlay, .everywhere]
    }
    return (charts.crosshair == nil ? [] : [.crosshair]) + screenContexts
  }

  /// Where keys are looked up on the open screen, whatever lies over it.
  var screenContexts: [KeyBinding.Context] {
    [.screen(screen)] + (screen == .models ? [] : [.charts]) + [.everywhere]
  }
}
