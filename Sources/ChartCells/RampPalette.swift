import Charts
import TerminalCells

/// How values on a ramp look: as backgrounds, and where a terminal has too few colours as characters of growing density.
struct RampPalette {
  private let colors: [ThemeColor.RGB]
  private let shades: [Character]
  /// Of shades, and of what is written over them.
  let plain: Style
  private let canvas: ChartCanvas

  /// More would not be told apart, and terminals count their pairs of colours.
  private static let steps = 32

  init(_ ramp: ColorRamp, theme: ResolvedTheme, canvas: ChartCanvas) {
    colors = theme.hasManyColors ? theme.theme.colors(of: ramp, count: Self.steps) : []
    shades = canvas == .ascii ? [".", ":", "-", "=", "+", "*", "#", "%", "@"] : ["░", "▒", "▓", "█"]
    plain = theme.style(.foreground)
    self.canvas = canvas
  }

  /// Whether characters stand for colours.
  var isShaded: Bool { colors.isEmpty }

  /// A cell filled with the look of a position, 0…1.
  func cell(at position: Double) -> Cell {
    if let color = color(at: position) { return Cell(" ", style: style(on: color)) }
    return Cell(Scale.slot(position, of: shades.count).map { shades[$0] } ?? " ", style: plain)
  }

  /// What is written over such a cell.
  func textStyle(at position: Double) -> Style { color(at: position).map(style) ?? plain }

  /// A cell of two positions, one above the other.
  func cell(upper: Double, lower: Double) -> Cell {
    guard canvas != .ascii, let above = color(at: upper), let below = color(at: lower) else {
      return cell(at: (upper + lower) / 2)
    }
    return Cell("▀", style: Style(foreground: Color(above), background: Color(below)))
  }

  private func color(at position: Double) -> ThemeColor.RGB? {
    Scale.slot(position, of: colors.count).map { colors[$0] }
  }

  private func style(on color: ThemeColor.RGB) -> Style {
    Style(foreground: Color(color.readableText), background: Color(color))
  }
}

extension Color {
  init(_ color: ThemeColor.RGB) { self = .rgb(color.red, color.green, color.blue) }
}
