import TerminalCells

/// The one table of keys. Dispatch, footer, help and palette all read it.
public struct Keymap: Sendable, Equatable {
  let bindings: [KeyBinding]

  /// What holds unless the user wants other keys.
  public static let standard = Keymap(bindings: standardBindings)

  private static let standardBindings: [KeyBinding] =
    movement(in: .screen(.models), of: "row")
    + [
      KeyBinding("open", [.enter], .open, in: .screen(.models), "open the spectrum", hint: "open"),
      KeyBinding("fold", [.character("h"), .left], .fold, in: .screen(.models), "fold the run", hint: "fold"),
      KeyBinding("unfold", [.character("l"), .right], .unfold, in: .screen(.models), "unfold the run", hint: "unfold"),
      KeyBinding("sort", [.character("s")], .beginSort, in: .screen(.models), "sort by …", hint: "sort"),
      KeyBinding(
        "reverse-order", [.character("S")], .reverseSort, in: .screen(.models), "reverse the order", hint: "reverse"),
      KeyBinding(
        "columns", [.character(",")], .chooseColumns, in: .screen(.models),
        "columns, in the order in which they are chosen",
        hint: "columns"),
      KeyBinding(
        "mark-range", [.character("V")], .markRange, in: .screen(.models), "mark all from the last mark to here"),
      KeyBinding("mark-all", [.character("a")], .markAll, in: .screen(.models), "mark all, or none"),
    ]
    + [
      KeyBinding(
        "first-rank-down", [.character("[")], .moveFitRange(first: -1, last: 0), in: .screen(.spectrum),
        "first fitted rank −1"),
      KeyBinding(
        "first-rank-up", [.character("]")], .moveFitRange(first: 1, last: 0), in: .screen(.spectrum),
        "first fitted rank +1",
        hint: "first rank"),
      KeyBinding(
        "last-rank-down", [.character("{")], .moveFitRange(first: 0, last: -1), in: .screen(.spectrum),
        "last fitted rank −1"),
      KeyBinding(
        "last-rank-up", [.character("}")], .moveFitRange(first: 0, last: 1), in: .screen(.spectrum),
        "last fitted rank +1",
        hint: "last rank"),
      KeyBinding(
        "type-ranks", [.character("r")], .typeFitRange, in: .screen(.spectrum), "type the fitted ranks",
        hint: "type ranks"),
      KeyBinding(
        "fit-scope", [.character("A")], .toggleFitScope, in: .screen(.spectrum), "fit all dumps so, or this one",
        hint: "all or this"),
      KeyBinding(
        "estimator", [.character("E")], .changeEstimator, in: .screen(.spectrum),
        "next estimator: weighted, ols, robust",
        hint: "estimator"),
      KeyBinding(
        "next-view", [.character("v")], .nextView, in: .screen(.spectrum),
        "next view: cumulative, α by range, α by rows, benign ranks", hint: "view"),
    ]
    + movement(in: .screen(.spectrum), of: "dump")
    + axes + [Screen.scatter, .landscape, .timeline, .layers].flatMap { movement(in: .screen($0), of: "dump") }
    + selection + movement(in: .screen(.selection), of: "model")
    + laboratory + charts + crosshair
    + movement(in: .overlay, of: "line")
    + [KeyBinding("choose", [.enter], .choose, in: .picker, "take this", hint: "choose")]
    + [
      KeyBinding("sort-name", [.character("n")], .sort(.name), in: .sortChord, "name", hint: "name"),
      KeyBinding("sort-alpha", [.character("a")], .sort(.alpha), in: .sortChord, "α", hint: "α"),
      KeyBinding(
        "sort-r-squared", [.character("r")], .sort(.quantity(named: "rSquared")), in: .sortChord, "R²", hint: "R²"),
      KeyBinding(
        "sort-effective-rank", [.character("e")], .sort(.quantity(named: "effectiveRank")), in: .sortChord,
        "effective rank", hint: "eff. rank"
      ),
      KeyBinding(
        "sort-participation-ratio", [.character("p")], .sort(.quantity(named: "participationRatio")), in: .sortChord,
        "participation ratio",
        hint: "part. ratio"),
      KeyBinding("sort-accuracy", [.character("c")], .sort(.accuracy), in: .sortChord, "accuracy", hint: "accuracy"),
      KeyBinding("sort-other", [.character("s")], .chooseSort, in: .sortChord, "anything there is", hint: "other"),
    ]
    + [
      KeyBinding("log-x", [.character("x")], .toggleLogarithmic(x: true, y: false), in: .axesChord, "x", hint: "x"),
      KeyBinding("log-y", [.character("y")], .toggleLogarithmic(x: false, y: true), in: .axesChord, "y", hint: "y"),
      KeyBinding(
        "log-both", [.character("b")], .toggleLogarithmic(x: true, y: true), in: .axesChord, "both", hint: "both"),
    ]
    + [
      KeyBinding("prompt-accept", [.enter], .accept, in: .prompt, "take the text", hint: "accept"),
      KeyBinding("prompt-cancel", [.escape], .cancel, in: .prompt, "leave without it", hint: "cancel"),
      KeyBinding("prompt-delete", [.backspace], .deleteCharacter, in: .prompt, "delete a character"),
      KeyBinding("prompt-clear", [.control("u")], .clearText, in: .prompt, "delete all", hint: "clear"),
      KeyBinding("prompt-earlier", [.up], .recall(-1), in: .prompt, "the text used before"),
      KeyBinding("prompt-later", [.down], .recall(1), in: .prompt, "the text used after"),
    ]
    + [
      KeyBinding("screen-models", [.character("1")], .show(.models), in: .everywhere, "the table of models"),
      KeyBinding(
        "screen-spectrum", [.character("2")], .show(.spectrum), in: .everywhere, "the spectrum of the selected dump"),
      KeyBinding("screen-scatter", [.character("3")], .show(.scatter), in: .everywhere, "measures against accuracy"),
      KeyBinding(
        "screen-landscape", [.character("4")], .show(.landscape), in: .everywhere, "a measure over two hyperparameters"),
      KeyBinding("screen-timeline", [.character("5")], .show(.timeline), in: .everywhere, "measures over training"),
      KeyBinding("screen-layers", [.character("6")], .show(.layers), in: .everywhere, "measures over depth"),
      KeyBinding(
        "screen-selection", [.character("7")], .show(.selection), in: .everywhere, "what to probe next, on a budget"),
      KeyBinding(
        "screen-laboratory", [.character("8")], .show(.laboratory), in: .everywhere,
        "simulations, where the truth is known"),
      KeyBinding(
        "filter", [.character("/")], .filter, in: .everywhere, "filter: alpha>1 algo:barlow -wd | pinned",
        hint: "filter"),
      KeyBinding(
        "next-match", [.character("n")], .findMatch(1), in: .everywhere, "next dump that the filter used last matches"),
      KeyBinding("previous-match", [.character("N")], .findMatch(-1), in: .everywhere, "previous dump that it matches"),
      KeyBinding("mark", [.character(" ")], .toggleMark, in: .everywhere, "mark, to compare", hint: "mark"),
      KeyBinding(
        "pin", [.character("p")], .togglePin, in: .everywhere, "pin as what others are compared with", hint: "pin"),
      KeyBinding("undo", [.character("u")], .undo, in: .everywhere, "undo the last mark, pin, zoom or filter"),
      KeyBinding(
        "freeze", [.character("f")], .toggleFreeze, in: .everywhere, "freeze the screen; again: all that came meanwhile"
      ),
      KeyBinding(
        "follow", [.character("F")], .toggleFollowing, in: .everywhere,
        "follow: select each result that comes, until you move"),
      KeyBinding(
        "recompute", [.character("R")], .recompute, in: .everywhere,
        "compute this dump anew, whatever is remembered of it"),
      KeyBinding(
        "probe", [.character("P")], .probe, in: .everywhere,
        "train a linear probe on this dump and the labels beside it; again: all it says"),
      KeyBinding(
        "export", [.character("e")], .export, in: .everywhere, "export the chart, the table or the screen",
        hint: "export"),
      KeyBinding(
        "commands", [.character(":"), .control("p")], .palette, in: .everywhere, "all commands", hint: "commands"),
      KeyBinding("themes", [.character("t")], .themes, in: .everywhere, "themes, seen while choosing"),
      KeyBinding("settings", [.character("o")], .settings, in: .everywhere, "settings"),
      KeyBinding(
        "divider-left", [.character("<")], .moveDivider(-2), in: .everywhere, "move the line between panes to the left"),
      KeyBinding(
        "divider-right", [.character(">")], .moveDivider(2), in: .everywhere, "move the line between panes to the right"
      ),
      KeyBinding(
        "mouse", [.character("M")], .toggleMouse, in: .everywhere, "mouse: the dashboard's, or the terminal's"),
      KeyBinding("back", [.escape], .back, in: .everywhere, "back, one step at a time; never quits", hint: "back"),
      KeyBinding(
        "activity", [.character("w")], .activity, in: .everywhere, "what runs, what failed and why, warnings",
        hint: "activity"),
      KeyBinding("help", [.character("?"), .function(1)], .help, in: .everywhere, "this help", hint: "help"),
      KeyBinding("redraw", [.control("l")], .redraw, in: .everywhere, "redraw the screen"),
      KeyBinding("suspend", [.control("z")], .suspend, in: .everywhere, "suspend; fg returns"),
      KeyBinding("quit", [.character("q"), .control("c")], .quit, in: .everywhere, "quit", hint: "quit"),
    ]

  private static let charts = [
    KeyBinding(
      "crosshair", [.character("i")], .toggleCrosshair, in: .charts, "crosshair from data point to data point",
      hint: "crosshair"),
    KeyBinding("zoom-in", [.character("+")], .zoomIn, in: .charts, "closer, in x; y follows the data"),
    KeyBinding("zoom-out", [.character("-")], .zoomOut, in: .charts, "farther"),
    KeyBinding("zoom-fit", [.character("=")], .fitFraming, in: .charts, "all of the chart"),
    KeyBinding("pan-left", [.character("H")], .pan(x: -1, y: 0), in: .charts, "move to the left"),
    KeyBinding("pan-right", [.character("L")], .pan(x: 1, y: 0), in: .charts, "move to the right"),
    KeyBinding("pan-down", [.character("J")], .pan(x: 0, y: -1), in: .charts, "move down"),
    KeyBinding("pan-up", [.character("K")], .pan(x: 0, y: 1), in: .charts, "move up"),
    KeyBinding("log-axes", [.character("\\")], .beginAxes, in: .charts, "logarithmic axes: …"),
    KeyBinding("full-screen", [.character("z")], .toggleFullScreen, in: .charts, "one chart over the whole screen"),
    KeyBinding("next-chart", [.tab], .nextPane, in: .charts, "next chart"),
    KeyBinding("previous-chart", [.backTab], .previousPane, in: .charts, "previous chart"),
    KeyBinding("copy", [.character("y")], .copyValues, in: .charts, "copy the values under the chart"),
  ]

  private static let axes =
    [Screen.scatter, .landscape].flatMap { screen in
      [
        KeyBinding(
          "x-axis", [.character("X")], .chooseQuantity(.x), in: .screen(screen), "what is on the x axis", hint: "x axis"
        ),
        KeyBinding(
          "y-axis", [.character("Y")], .chooseQuantity(.y), in: .screen(screen), "what is on the y axis", hint: "y axis"
        ),
        KeyBinding(
          "color", [.character("C")], .chooseQuantity(.color), in: .screen(screen), "what colours", hint: "colour"),
        KeyBinding(
          "next-view", [.character("v")], .nextView, in: .screen(screen),
          "next: last checkpoints, all checkpoints, seeds joined",
          hint: "models"),
      ]
    }
    + [
      KeyBinding(
        "y-axis", [.character("Y")], .chooseQuantity(.y), in: .screen(.timeline), "what is on the y axis",
        hint: "y axis"),
      KeyBinding(
        "next-view", [.character("v")], .nextView, in: .screen(.timeline), "smoother, or not at all", hint: "smooth"),
      KeyBinding(
        "y-axis", [.character("Y")], .chooseQuantity(.y), in: .screen(.layers), "what is on the y axis", hint: "y axis"),
    ]

  private static let selection = [
    KeyBinding(
      "probe-batch", [.character("B")], .probeBatch, in: .screen(.selection),
      "train linear probes on all models to probe next", hint: "probe these"),
    KeyBinding(
      "type-accuracy", [.character("a")], .typeAccuracy, in: .screen(.selection), "type the accuracy of this model",
      hint: "type accuracy"),
    KeyBinding(
      "y-axis", [.character("Y")], .chooseQuantity(.y), in: .screen(.selection), "the accuracy that counts",
      hint: "accuracy"),
    KeyBinding(
      "x-axis", [.character("X")], .chooseQuantity(.x), in: .screen(.selection), "what models are chosen by",
      hint: "key"),
    KeyBinding(
      "next-view", [.character("v")], .nextView, in: .screen(.selection),
      "what to probe next, or a replay of the procedure on what is known", hint: "replay"),
    KeyBinding(
      "batch-smaller", [.character("[")], .changeBatchSize(by: -1), in: .screen(.selection),
      "one model fewer in a batch"),
    KeyBinding(
      "batch-larger", [.character("]")], .changeBatchSize(by: 1), in: .screen(.selection), "one model more in a batch",
      hint: "batch"),
  ]

  private static let laboratory = [
    KeyBinding(
      "next-parameter", [.character("j"), .down], .moveParameter(1), in: .screen(.laboratory), "next parameter",
      hint: "parameter"),
    KeyBinding(
      "previous-parameter", [.character("k"), .up], .moveParameter(-1), in: .screen(.laboratory), "previous parameter"),
    KeyBinding(
      "parameter-down", [.character("h"), .left], .changeParameter(up: false), in: .screen(.laboratory),
      "less of it, or the value before", hint: "less"),
    KeyBinding(
      "parameter-up", [.character("l"), .right], .changeParameter(up: true), in: .screen(.laboratory),
      "more of it, or the next value", hint: "more"),
    KeyBinding(
      "type-parameter", [.enter], .typeParameter, in: .screen(.laboratory), "type its value", hint: "type"),
    KeyBinding(
      "default-parameters", [.character("r")], .resetParameters, in: .screen(.laboratory),
      "all parameters as they are by themselves", hint: "defaults"),
  ]

  private static let crosshair = [
    KeyBinding(
      "crosshair-next", [.character("l"), .right], .moveCrosshair(along: 1, across: 0), in: .crosshair,
      "next data point", hint: "next"),
    KeyBinding(
      "crosshair-previous", [.character("h"), .left], .moveCrosshair(along: -1, across: 0), in: .crosshair,
      "previous data point",
      hint: "previous"),
    KeyBinding(
      "crosshair-next-series", [.character("j"), .down], .moveCrosshair(along: 0, across: 1), in: .crosshair,
      "next series", hint: "series"),
    KeyBinding(
      "crosshair-previous-series", [.character("k"), .up], .moveCrosshair(along: 0, across: -1), in: .crosshair,
      "previous series"),
    KeyBinding(
      "crosshair-difference", [.character("m")], .setReference, in: .crosshair,
      "measure differences from here, or no more",
      hint: "difference"),
    KeyBinding(
      "crosshair-open", [.enter], .openUnderCrosshair, in: .crosshair, "open the spectrum of this point", hint: "open"),
  ]

  private static func movement(in context: KeyBinding.Context, of lines: String) -> [KeyBinding] {
    [
      KeyBinding("down", [.character("j"), .down], .move(.down), in: context, "next \(lines)", hint: "next"),
      KeyBinding("up", [.character("k"), .up], .move(.up), in: context, "previous \(lines)"),
      KeyBinding("half-page-down", [.control("d")], .move(.halfPageDown), in: context, "half a page down"),
      KeyBinding("half-page-up", [.control("u")], .move(.halfPageUp), in: context, "half a page up"),
      KeyBinding("page-down", [.pageDown], .move(.pageDown), in: context, "a page down"),
      KeyBinding("page-up", [.pageUp], .move(.pageUp), in: context, "a page up"),
      KeyBinding("top", [.character("g"), .home], .move(.top), in: context, "first \(lines)"),
      KeyBinding("bottom", [.character("G"), .end], .move(.bottom), in: context, "last \(lines)"),
    ]
  }
}
