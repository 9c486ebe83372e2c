import ChartCells
import Charts
import Colors
import Foundation
import TerminalCells
import Testing

@testable import eigentop

@Suite("The themes that come with the program")
struct ShippedThemeTests {
  private let library = ThemeLibrary(
    directories: [URL(fileURLWithPath: #filePath).appending(path: "../../../Themes").standardized])

  private func theme(_ name: String) throws -> Theme { try library.load(name).theme }

  private static let names = ["ansi16", "dark", "high-contrast", "light", "mono", "okabe-ito"]

  /// Red, green, blue.
  typealias Components = [Int]

  private static let white = [255, 255, 255]
  private static let cream = [0xfd, 0xf6, 0xe3]
  private static let black = [0, 0, 0]
  private static let night = [0x12, 0x12, 0x18]
  /// Roles of which something is read.
  private static let text: [UIRole] = [
    .dim, .title, .key, .mark, .pin, .ok, .warning, .error, .live, .stale, .match,
  ]
  private static let lines: [ChartRole] =
    [.axis, .tick, .grid, .crosshair, .fit, .reference, .noiseFloor, .dimmed] + (0..<6).map { .series($0) }

  /// A colour as terminals of 256 colours, and others, show it.
  private func shown(_ color: ThemeColor) throws -> [Components] {
    let rgb = try #require(color.rgb)
    let entry = Int(try #require(color.palette256))
    let level = { (step: Int) in step == 0 ? 0 : 55 + 40 * step }
    let cube = entry - 16
    return [
      [Int(rgb.red), Int(rgb.green), Int(rgb.blue)],
      entry < 232
        ? [level(cube / 36), level(cube / 6 % 6), level(cube % 6)] : Array(repeating: 8 + 10 * (entry - 232), count: 3),
    ]
  }

  /// The contrast of WCAG 2, 1…21.
  private func contrast(_ one: Components, _ other: Components) -> Double {
    func luminance(_ color: Components) -> Double {
      zip([0.2126, 0.7152, 0.0722], color).reduce(0) { sum, part in
        let value = Double(part.1) / 255
        return sum + part.0 * (value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4))
      }
    }
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private func expectContrast(
    of color: ThemeColor, on backgrounds: [Components], atLeast least: Double, _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for components in try shown(color) {
      for background in backgrounds {
        let found = contrast(components, background)
        #expect(found >= least, "\(name) \(components) on \(background)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test("The contrast is that of WCAG 2")
  func contrastItself() {
    #expect(abs(contrast(Self.white, Self.black) - 21) < 1e-9)
    #expect(abs(contrast([0x77, 0x77, 0x77], Self.white) - 4.48) < 0.01)
  }

  @Test("They are without slips", arguments: names)
  func warnings(_ name: String) throws {
    #expect(try library.load(name).warnings.isEmpty)
    #expect(library.names.contains(name))
  }

  @Test(
    "Text has a contrast of 4.5 on the backgrounds that the theme is made for, and lines of charts have 3",
    arguments: [
      ("dark", [night, black]), ("okabe-ito", [night, black]), ("high-contrast", [black]), ("light", [white, cream]),
    ])
  func contrast(_ name: String, _ backgrounds: [Components]) throws {
    let theme = try theme(name)
    for role in Self.text {
      try expectContrast(of: theme.color(for: role), on: backgrounds, atLeast: 4.5, "\(role)")
    }
    try expectContrast(of: theme.color(for: ChartRole.label), on: backgrounds, atLeast: 4.5, "label")
    for role in Self.lines {
      try expectContrast(of: theme.color(for: role), on: backgrounds, atLeast: 3, "\(role)")
    }
  }

  @Test(
    "On selections and behind curves it stays at 4 and at 3",
    arguments: ["dark", "light", "okabe-ito", "high-contrast"])
  func shades(_ name: String) throws {
    let theme = try theme(name)
    for role in Self.text {
      let selection = try shown(theme.color(for: .selection))
      try expectContrast(of: theme.color(for: role), on: selection, atLeast: 4, "\(role)")
    }
    for role in Self.lines {
      for shade in [ChartRole.fitRange, .zone] {
        let shades = try shown(theme.color(for: shade))
        try expectContrast(of: theme.color(for: role), on: shades, atLeast: 3, "\(role) in \(shade)")
      }
    }
  }

  @Test(
    "Among sixteen colours no text has one of the background's",
    arguments: [("dark", [0, 8]), ("okabe-ito", [0, 8]), ("light", [7, 9, 10, 11, 12, 13, 14, 15])])
  func sixteenColors(_ name: String, _ avoided: [UInt8]) throws {
    let theme = try theme(name)
    for role in Self.text { #expect(try !avoided.contains(#require(theme.color(for: role).palette16)), "\(role)") }
    for index in 0..<6 {
      #expect(try !avoided.contains(#require(theme.color(for: .series(index)).palette16)), "series \(index)")
    }
  }

  @Test("A selection is seen at any depth of colours, and differs from one that has no focus")
  func selection() throws {
    for name in Self.names {
      for depth in [ColorDepth.none, .ansi8, .ansi16, .xterm256] {
        let theme = ResolvedTheme(try theme(name), depth: depth)
        let selection = theme.theme.color(for: .selection)
        let inactive = theme.theme.color(for: .selectionInactive)
        let isFilled = theme.color(selection) != .terminalDefault && theme.color(selection) != .palette(0)
        #expect(isFilled || selection.attributes.contains(.reverse), "\(name) \(depth)")
        #expect(
          theme.color(inactive) != theme.color(selection) || inactive.attributes != selection.attributes,
          "\(name) \(depth)")
      }
    }
  }

  @Test(
    "Without colours the error and the selection still stand out, in every theme", arguments: names)
  func withoutColors(_ name: String) throws {
    let theme = ResolvedTheme(try theme(name), depth: .none)
    #expect(theme.style(.selection).attributes == .reverse)
    #expect(theme.style(.error).attributes.contains(.bold))
    #expect(theme.style(.dim).attributes == .dim)
  }

  @Test("mono is what the program has without its files")
  func mono() throws { #expect(try theme("mono") == .monochrome) }

  @Test("Series differ in colour and shape", arguments: names.filter { $0 != "mono" })
  func series(_ name: String) throws {
    let series = try theme(name).series
    #expect(Set(series.map(\.color)).count == series.count)
    #expect(Set(series.map(\.marker)).count == series.count)
  }

  @Test("They pass their own check, and those of colours can be told apart by all eyes", arguments: names)
  func check(_ name: String) throws {
    let report = ThemeReport(try theme(name), name: name)
    #expect(report.passes)
    #expect(try theme(name).safeFor == (name == "ansi16" ? [] : Set(ColorVision.deficient)))
  }

  @Test("High contrast means 7 for text and 4.5 for lines (WCAG 2.2, AAA)")
  func highContrast() throws {
    let theme = try theme("high-contrast")
    #expect(theme.color(for: .background).rgb == ThemeColor.RGB(0, 0, 0))
    for role in Self.text + [.foreground] {
      try expectContrast(of: theme.color(for: role), on: [Self.black], atLeast: 7, "\(role)")
    }
    for role in Self.lines {
      try expectContrast(of: theme.color(for: role), on: [Self.black], atLeast: 4.5, "\(role)")
    }
  }

  @Test("ansi16 has nothing but the user's own colours, at any depth")
  func ownColors() throws {
    let theme = try theme("ansi16")
    for color in Array(theme.ui.values) + Array(theme.chart.values) + theme.series.map(\.color) {
      #expect(color.rgb == nil && color.palette256 == nil)
    }
    #expect(ResolvedTheme(theme, depth: .trueColor).style(.ok).foreground == .palette(2))
  }

  @Test("Ramps go from one end to the other, where there are exact colours", arguments: names)
  func ramps(_ name: String) throws {
    let theme = try theme(name)
    let hasColors = !["ansi16", "mono"].contains(name)
    for ramp in ColorRamp.allCases {
      let colors = theme.colors(of: ramp, count: 9)
      #expect(Set(colors).count == (hasColors ? 9 : 0), "\(ramp)")
    }
    // The middle of a diverging ramp is neither of its ends.
    guard hasColors else { return }
    let diverging = theme.colors(of: .diverging, count: 3)
    #expect(diverging[1].distance(to: diverging[0]) > 0.05 && diverging[1].distance(to: diverging[2]) > 0.05)
  }
}
