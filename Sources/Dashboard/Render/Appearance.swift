public import ChartCells
import TerminalCells

/// How things look on a particular terminal.
public struct Appearance: Sendable, Equatable {
  public var theme: ResolvedTheme
  public var canvas: ChartCanvas

  public init(theme: ResolvedTheme, canvas: ChartCanvas = .braille) {
    self.theme = theme
    self.canvas = canvas
  }

  /// Marks a line as selected, whatever it shows.
  func select(_ rect: Rect, in buffer: inout CellBuffer) {
    let selection = theme.theme.color(for: .selection)
    let background = theme.color(selection)
    var attributes = theme.style(selection).attributes
    // With few colours it can be that of the background: then only reversing shows it.
    if background != .terminalDefault, background == theme.style(.foreground).background { attributes.insert(.reverse) }
    buffer.restyle(rect) { style in
      if background != .terminalDefault { style.background = background }
      style.attributes.formUnion(attributes)
    }
  }
}
