import ChartCells
import Charts
import TerminalCells
import Testing

@Suite("Resolved themes")
struct ResolvedThemeTests {
  private let color = ThemeColor(
    rgb: ThemeColor.RGB(86, 180, 233), palette256: 74, palette16: 14, attributes: [.bold, .underline])

  @Test(
    "A colour stated for a terminal's depth wins over the one it would approximate",
    arguments: zip(
      ColorDepth.allCases, [Color.terminalDefault, .palette(6), .palette(14), .palette(74), .rgb(86, 180, 233)]))
  func depth(depth: ColorDepth, expected: Color) {
    let theme = ResolvedTheme(Theme(name: "one", ui: [.live: color]), depth: depth)
    #expect(theme.style(UIRole.live).foreground == expected)
    #expect(theme.style(UIRole.live).attributes == [.bold, .underline])
  }

  @Test(
    "A colour without entries for a depth is asked for exactly",
    arguments: [.ansi16, .xterm256, .trueColor] as [ColorDepth])
  func fallback(depth: ColorDepth) {
    let theme = ResolvedTheme(Theme(name: "rgb"), depth: depth)
    #expect(theme.color(ThemeColor(rgb: ThemeColor.RGB(1, 2, 3))) == .rgb(1, 2, 3))
  }

  @Test("Every role stands on the background of the theme")
  func background() {
    let theme = ResolvedTheme(Theme(name: "black", ui: [.background: ThemeColor(palette16: 0)]), depth: .ansi16)
    #expect(theme.style(UIRole.error).background == .palette(0))
    #expect(theme.style(ChartRole.series(3)).background == .palette(0))
  }
}
