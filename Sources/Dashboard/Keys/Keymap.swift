import TerminalCells

/// The one table of keys. Dispatch, footer and help all read it.
enum Keymap {
  static let bindings: [KeyBinding] =
    movement(in: .screen(.models), of: "row")
    + [
      KeyBinding([.enter], .open, in: .screen(.models), "open the spectrum", hint: "open"),
      KeyBinding([.character("h"), .left], .fold, in: .screen(.models), "fold the run", hint: "fold"),
      KeyBinding([.character("l"), .right], .unfold, in: .screen(.models), "unfold the run", hint: "unfold"),
      KeyBinding([.character("s")], .beginSort, in: .screen(.models), "sort by …", hint: "sort"),
      KeyBinding([.character("S")], .reverseSort, in: .screen(.models), "reverse the order", hint: "reverse"),
    ]
    + [
      KeyBinding([.character("[")], .moveFitRange(first: -1, last: 0), in: .screen(.spectrum), "first fitted rank −1"),
      KeyBinding(
        [.character("]")], .moveFitRange(first: 1, last: 0), in: .screen(.spectrum), "first fitted rank +1",
        hint: "first rank"),
      KeyBinding([.character("{")], .moveFitRange(first: 0, last: -1), in: .screen(.spectrum), "last fitted rank −1"),
      KeyBinding(
        [.character("}")], .moveFitRange(first: 0, last: 1), in: .screen(.spectrum), "last fitted rank +1",
        hint: "last rank"),
      KeyBinding([.character("r")], .typeFitRange, in: .screen(.spectrum), "type the fitted ranks", hint: "type ranks"),
      KeyBinding(
        [.character("A")], .toggleFitScope, in: .screen(.spectrum), "fit all dumps so, or this one",
        hint: "all or this"),
      KeyBinding(
        [.character("E")], .changeEstimator, in: .screen(.spectrum), "next estimator: weighted, ols, robust",
        hint: "estimator"),
      KeyBinding(
        [.character("v")], .nextView, in: .screen(.spectrum), "next view: α by range, α by rows, benign ranks",
        hint: "view"),
    ]
    + movement(in: .screen(.spectrum), of: "dump")
    + movement(in: .overlay, of: "line")
    + [
      KeyBinding([.character("n")], .sort(.name), in: .sortChord, "name", hint: "name"),
      KeyBinding([.character("a")], .sort(.alpha), in: .sortChord, "α", hint: "α"),
      KeyBinding([.character("r")], .sort(.rSquared), in: .sortChord, "R²", hint: "R²"),
      KeyBinding([.character("e")], .sort(.effectiveRank), in: .sortChord, "effective rank", hint: "eff. rank"),
      KeyBinding(
        [.character("p")], .sort(.participationRatio), in: .sortChord, "participation ratio", hint: "part. ratio"),
      KeyBinding([.character("c")], .sort(.accuracy), in: .sortChord, "accuracy", hint: "accuracy"),
    ]
    + [
      KeyBinding([.enter], .accept, in: .prompt, "take the text", hint: "accept"),
      KeyBinding([.escape], .cancel, in: .prompt, "leave without it", hint: "cancel"),
      KeyBinding([.backspace], .deleteCharacter, in: .prompt, "delete a character"),
      KeyBinding([.control("u")], .clearText, in: .prompt, "delete all", hint: "clear"),
    ]
    + [
      KeyBinding([.character("1")], .show(.models), in: .everywhere, "the table of models", hint: "models"),
      KeyBinding(
        [.character("2")], .show(.spectrum), in: .everywhere, "the spectrum of the selected dump", hint: "spectrum"),
      KeyBinding([.escape], .back, in: .everywhere, "back, one step at a time; never quits", hint: "back"),
      KeyBinding(
        [.character("w")], .activity, in: .everywhere, "what runs, what failed and why, warnings", hint: "activity"),
      KeyBinding([.character("?"), .function(1)], .help, in: .everywhere, "this help", hint: "help"),
      KeyBinding([.control("l")], .redraw, in: .everywhere, "redraw the screen"),
      KeyBinding([.control("z")], .suspend, in: .everywhere, "suspend; fg returns"),
      KeyBinding([.character("q"), .control("c")], .quit, in: .everywhere, "quit", hint: "quit"),
    ]

  /// The command of a key where several contexts hold, the innermost first; nil for a key that means nothing there.
  static func command(for key: KeyEvent, in contexts: [KeyBinding.Context]) -> Command? {
    for context in contexts {
      if let binding = bindings.first(where: { $0.context == context && $0.keys.contains(key) }) {
        return binding.command
      }
    }
    return nil
  }

  /// The bindings that can be reached where several contexts hold, the innermost first, each key once.
  static func bindings(in contexts: [KeyBinding.Context]) -> [KeyBinding] {
    contexts.flatMap { context in bindings.filter { $0.context == context } }
  }

  private static func movement(in context: KeyBinding.Context, of lines: String) -> [KeyBinding] {
    [
      KeyBinding([.character("j"), .down], .move(.down), in: context, "next \(lines)", hint: "next"),
      KeyBinding([.character("k"), .up], .move(.up), in: context, "previous \(lines)", hint: "previous"),
      KeyBinding([.control("d")], .move(.halfPageDown), in: context, "half a page down"),
      KeyBinding([.control("u")], .move(.halfPageUp), in: context, "half a page up"),
      KeyBinding([.pageDown], .move(.pageDown), in: context, "a page down"),
      KeyBinding([.pageUp], .move(.pageUp), in: context, "a page up"),
      KeyBinding([.character("g"), .home], .move(.top), in: context, "first \(lines)"),
      KeyBinding([.character("G"), .end], .move(.bottom), in: context, "last \(lines)"),
    ]
  }
}

extension Model {
  /// Where keys are looked up, the innermost first.
  var keyContexts: [KeyBinding.Context] {
    if prompt != nil { return [.prompt] }
    if chord == .sort { return [.sortChord] }
    if !overlays.isEmpty { return [.overlay, .everywhere] }
    return [.screen(screen), .everywhere]
  }
}
