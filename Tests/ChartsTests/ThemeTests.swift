import Charts
import Testing

@Suite("Themes")
struct ThemeTests {
  @Test("The keys of a theme name the roles of the interface")
  func uiKeys() {
    #expect(
      UIRole.allCases.map(\.rawValue) == [
        "background", "foreground", "dim", "border", "border_focus", "title", "key", "selection", "selection_inactive",
        "mark", "pin", "ok", "warning", "error", "live", "stale", "match",
      ])
  }

  @Test(
    "The keys of a theme name the roles of a chart",
    arguments: zip(
      [
        ChartRole.axis, .tick, .grid, .label, .crosshair, .fit, .fitRange, .reference, .noiseFloor, .zone, .mixed,
        .dimmed,
      ],
      [
        "axis", "tick", "grid", "label", "crosshair", "fit", "fit_range", "reference", "noise_floor", "zone", "mixed",
        "dim",
      ]))
  func chartKeys(role: ChartRole, key: String) {
    #expect(role.themeKey == key)
    #expect(ChartRole(themeKey: key) == role)
  }

  @Test("A series has no key of its own, and no other key is known")
  func otherKeys() {
    #expect(ChartRole.series(0).themeKey == nil)
    #expect(ChartRole(themeKey: "series") == nil)
  }

  @Test("There are more series than styles, and neighbours look different in shape")
  func seriesRepeat() {
    #expect(Theme.monochrome.seriesStyle(0) == Theme.monochrome.seriesStyle(6))
    #expect(Theme.monochrome.seriesStyle(-1) == Theme.monochrome.seriesStyle(5))
    for index in 0..<6 {
      let (one, next) = (Theme.monochrome.seriesStyle(index), Theme.monochrome.seriesStyle(index + 1))
      #expect(one.marker != next.marker && one.line != next.line)
    }
  }

  @Test("What a theme does not mention is left to the terminal")
  func missing() {
    #expect(Theme(name: "empty").color(for: UIRole.error) == .terminalDefault)
    #expect(Theme(name: "empty").color(for: ChartRole.zone) == .terminalDefault)
  }
}
