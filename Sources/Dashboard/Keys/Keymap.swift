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
      KeyBinding(
        [.character(",")], .chooseColumns, in: .screen(.models), "columns, in the order in which they are chosen",
        hint: "columns"),
      KeyBinding([.character("V")], .markRange, in: .screen(.models), "mark all from the last mark to here"),
      KeyBinding([.character("a")], .markAll, in: .screen(.models), "mark all, or none"),
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
        [.character("v")], .nextView, in: .screen(.spectrum),
        "next view: cumulative, α by range, α by rows, benign ranks", hint: "view"),
    ]
    + movement(in: .screen(.spectrum), of: "dump")
    + axes + [Screen.scatter, .landscape, .timeline, .layers].flatMap { movement(in: .screen($0), of: "dump") }
    + charts + crosshair
    + movement(in: .overlay, of: "line")
    + [KeyBinding([.enter], .choose, in: .picker, "take this", hint: "choose")]
    + [
      KeyBinding([.character("n")], .sort(.name), in: .sortChord, "name", hint: "name"),
      KeyBinding([.character("a")], .sort(.alpha), in: .sortChord, "α", hint: "α"),
      KeyBinding([.character("r")], .sort(.quantity(named: "rSquared")), in: .sortChord, "R²", hint: "R²"),
      KeyBinding(
        [.character("e")], .sort(.quantity(named: "effectiveRank")), in: .sortChord, "effective rank", hint: "eff. rank"
      ),
      KeyBinding(
        [.character("p")], .sort(.quantity(named: "participationRatio")), in: .sortChord, "participation ratio",
        hint: "part. ratio"),
      KeyBinding([.character("c")], .sort(.accuracy), in: .sortChord, "accuracy", hint: "accuracy"),
      KeyBinding([.character("s")], .chooseSort, in: .sortChord, "anything there is", hint: "other"),
    ]
    + [
      KeyBinding([.character("x")], .toggleLogarithmic(x: true, y: false), in: .axesChord, "x", hint: "x"),
      KeyBinding([.character("y")], .toggleLogarithmic(x: false, y: true), in: .axesChord, "y", hint: "y"),
      KeyBinding([.character("b")], .toggleLogarithmic(x: true, y: true), in: .axesChord, "both", hint: "both"),
    ]
    + [
      KeyBinding([.enter], .accept, in: .prompt, "take the text", hint: "accept"),
      KeyBinding([.escape], .cancel, in: .prompt, "leave without it", hint: "cancel"),
      KeyBinding([.backspace], .deleteCharacter, in: .prompt, "delete a character"),
      KeyBinding([.control("u")], .clearText, in: .prompt, "delete all", hint: "clear"),
      KeyBinding([.up], .recall(-1), in: .prompt, "the text used before"),
      KeyBinding([.down], .recall(1), in: .prompt, "the text used after"),
    ]
    + [
      KeyBinding([.character("1")], .show(.models), in: .everywhere, "the table of models"),
      KeyBinding(
        [.character("2")], .show(.spectrum), in: .everywhere, "the spectrum of the selected dump"),
      KeyBinding([.character("3")], .show(.scatter), in: .everywhere, "measures against accuracy"),
      KeyBinding([.character("4")], .show(.landscape), in: .everywhere, "a measure over two hyperparameters"),
      KeyBinding([.character("5")], .show(.timeline), in: .everywhere, "measures over training"),
      KeyBinding([.character("6")], .show(.layers), in: .everywhere, "measures over depth"),
      KeyBinding(
        [.character("/")], .filter, in: .everywhere, "filter: alpha>1 algo:barlow -wd | pinned", hint: "filter"),
      KeyBinding([.character(" ")], .toggleMark, in: .everywhere, "mark, to compare", hint: "mark"),
      KeyBinding([.character("p")], .togglePin, in: .everywhere, "pin as what others are compared with", hint: "pin"),
      KeyBinding([.character("u")], .undo, in: .everywhere, "undo the last mark, pin or zoom"),
      KeyBinding([.character(":"), .control("p")], .palette, in: .everywhere, "all commands", hint: "commands"),
      KeyBinding([.character("t")], .themes, in: .everywhere, "themes, seen while choosing"),
      KeyBinding([.character("o")], .settings, in: .everywhere, "settings"),
      KeyBinding([.character("<")], .moveDivider(-2), in: .everywhere, "move the line between panes to the left"),
      KeyBinding([.character(">")], .moveDivider(2), in: .everywhere, "move the line between panes to the right"),
      KeyBinding([.character("M")], .toggleMouse, in: .everywhere, "mouse: the dashboard's, or the terminal's"),
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

  private static let charts = [
    KeyBinding(
      [.character("i")], .toggleCrosshair, in: .charts, "crosshair from data point to data point", hint: "crosshair"),
    KeyBinding([.character("+")], .zoomIn, in: .charts, "closer, in x; y follows the data"),
    KeyBinding([.character("-")], .zoomOut, in: .charts, "farther"),
    KeyBinding([.character("=")], .fitFraming, in: .charts, "all of the chart"),
    KeyBinding([.character("H")], .pan(x: -1, y: 0), in: .charts, "move to the left"),
    KeyBinding([.character("L")], .pan(x: 1, y: 0), in: .charts, "move to the right"),
    KeyBinding([.character("J")], .pan(x: 0, y: -1), in: .charts, "move down"),
    KeyBinding([.character("K")], .pan(x: 0, y: 1), in: .charts, "move up"),
    KeyBinding([.character("\\")], .beginAxes, in: .charts, "logarithmic axes: then x, y or b for both"),
    KeyBinding([.character("z")], .toggleFullScreen, in: .charts, "one chart over the whole screen"),
    KeyBinding([.tab], .nextPane, in: .charts, "next chart"),
    KeyBinding([.backTab], .previousPane, in: .charts, "previous chart"),
    KeyBinding([.character("y")], .copyValues, in: .charts, "copy the values under the chart"),
  ]

  private static let axes =
    [Screen.scatter, .landscape].flatMap { screen in
      [
        KeyBinding(
          [.character("X")], .chooseQuantity(.x), in: .screen(screen), "what is on the x axis", hint: "x axis"),
        KeyBinding(
          [.character("Y")], .chooseQuantity(.y), in: .screen(screen), "what is on the y axis", hint: "y axis"),
        KeyBinding([.character("C")], .chooseQuantity(.color), in: .screen(screen), "what colours", hint: "colour"),
        KeyBinding(
          [.character("v")], .nextView, in: .screen(screen), "next: last checkpoints, all checkpoints, seeds joined",
          hint: "models"),
      ]
    }
    + [
      KeyBinding(
        [.character("Y")], .chooseQuantity(.y), in: .screen(.timeline), "what is on the y axis", hint: "y axis"),
      KeyBinding([.character("v")], .nextView, in: .screen(.timeline), "smoother, or not at all", hint: "smooth"),
      KeyBinding([.character("Y")], .chooseQuantity(.y), in: .screen(.layers), "what is on the y axis", hint: "y axis"),
    ]

  private static let crosshair = [
    KeyBinding(
      [.character("l"), .right], .moveCrosshair(along: 1, across: 0), in: .crosshair, "next data point", hint: "next"),
    KeyBinding(
      [.character("h"), .left], .moveCrosshair(along: -1, across: 0), in: .crosshair, "previous data point",
      hint: "previous"),
    KeyBinding(
      [.character("j"), .down], .moveCrosshair(along: 0, across: 1), in: .crosshair, "next series", hint: "series"),
    KeyBinding([.character("k"), .up], .moveCrosshair(along: 0, across: -1), in: .crosshair, "previous series"),
    KeyBinding(
      [.character("m")], .setReference, in: .crosshair, "measure differences from here, or no more",
      hint: "difference"),
    KeyBinding([.enter], .openUnderCrosshair, in: .crosshair, "open the spectrum of this point", hint: "open"),
  ]

  private static func movement(in context: KeyBinding.Context, of lines: String) -> [KeyBinding] {
    [
      KeyBinding([.character("j"), .down], .move(.down), in: context, "next \(lines)", hint: "next"),
      KeyBinding([.character("k"), .up], .move(.up), in: context, "previous \(lines)"),
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
    switch chord {
    case .sort: return [.sortChord]
    case .axes: return [.axesChord]
    case nil: break
    }
    if let overlay = overlays.last {
      return (overlay.picker == nil ? [] : [.picker]) + [.overlay, .everywhere]
    }
    return (crosshair == nil ? [] : [.crosshair]) + screenContexts
  }

  /// Where keys are looked up on the open screen, whatever lies over it.
  var screenContexts: [KeyBinding.Context] {
    [.screen(screen)] + (screen == .models ? [] : [.charts]) + [.everywhere]
  }
}
