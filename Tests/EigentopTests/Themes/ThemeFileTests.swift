import Charts
import FileFixtures
import Foundation
import Testing

@testable import eigentop

@Suite("Theme files")
struct ThemeFileTests {
  private func theme(_ text: String) throws -> Theme {
    try Theme([TOMLFile(text, path: "mine.toml")], name: "mine")
  }

  /// What is wrong with a theme, in words.
  private func failure(_ text: String) -> String {
    do {
      _ = try theme(text)
      return "nothing"
    } catch {
      return "\(error)"
    }
  }

  @Test("A colour is a name of the palette, an exact one, the terminal's own, or a table whose parts win")
  func colors() throws {
    let theme = try theme(
      """
      [palette]
      sky = { rgb = "#56b4e9", c256 = 74, c16 = 14 }
      [ui]
      live = "sky"
      title = { rgb = "sky", c16 = 6, attributes = ["bold", "underline"] }
      key = "#0a0B0c"
      dim = "default"
      [chart]
      fit_range = { c256 = 235 }
      """)
    let sky = ThemeColor.RGB(0x56, 0xb4, 0xe9)
    #expect(theme.ui[.live] == ThemeColor(rgb: sky, palette256: 74, palette16: 14))
    #expect(
      theme.ui[.title] == ThemeColor(rgb: sky, palette256: 74, palette16: 6, attributes: [.bold, .underline]))
    #expect(theme.ui[.key] == ThemeColor(rgb: ThemeColor.RGB(10, 11, 12)))
    #expect(theme.ui[.dim] == .terminalDefault)
    #expect(theme.chart[.fitRange] == ThemeColor(palette256: 235))
  }

  @Test("Series and ramps are lists in their order")
  func lists() throws {
    let theme = try theme(
      """
      [chart]
      series = [ { color = "#010203", marker = "hollow_circle" }, { line = "dotted" } ]
      sequential = ["#000001", "#000002"]
      diverging = ["#000003"]
      """)
    #expect(
      theme.series == [
        SeriesStyle(color: ThemeColor(rgb: ThemeColor.RGB(1, 2, 3)), marker: .hollowCircle), SeriesStyle(line: .dotted),
      ])
    #expect(theme.sequential.map { $0.rgb?.blue } == [1, 2])
    #expect(theme.diverging.map { $0.rgb?.blue } == [3])
  }

  @Test(
    "A wrong value is an error that names the file, the line, the key and the reason",
    arguments: [
      ("[ui]\n\ndim = \"gray\"", "mine.toml:3: [ui] dim: \"gray\" is neither \"#rrggbb\" nor \"default\""),
      ("[ui]\ndim = \"#12345g\"", "mine.toml:2: [ui] dim: \"#12345g\" is neither \"#rrggbb\" nor \"default\""),
      ("[ui]\ndim = \"#+12345\"", "mine.toml:2: [ui] dim: \"#+12345\" is neither \"#rrggbb\" nor \"default\""),
      (
        "[ui]\nkey = 3", "mine.toml:2: [ui] key: a colour is a name of the palette, \"#rrggbb\", \"default\" or a table"
      ),
      ("ui.key = { c16 = 16 }", "mine.toml:1: [ui] key: c16 is a number from 0 to 15"),
      ("[ui]\nkey = { c256 = -1 }", "mine.toml:2: [ui] key: c256 is a number from 0 to 255"),
      ("[ui]\nkey = { rgb = 5 }", "mine.toml:2: [ui] key: rgb is not a text"),
      (
        "[ui]\nkey = { attributes = [\"blink\"] }",
        "mine.toml:2: [ui] key: an attribute is one of bold, dim, reverse, underline"
      ),
      (
        "[palette]\na = \"#ffffff\"\nb = \"a\"",
        "mine.toml:3: [palette] b: \"a\" is neither \"#rrggbb\" nor \"default\""
      ),
      (
        "[chart]\nseries = [\n  { line = \"solid\" },\n  { line = \"wavy\" },\n]",
        "mine.toml:4: [chart] series: a line is one of solid, dashed, dotted"
      ),
      ("[chart]\nsequential = \"#ffffff\"", "mine.toml:2: [chart] sequential: it is not a list"),
      ("[meta]\nvariant = \"dim\"", "mine.toml:2: [meta] variant: it is \"dark\" or \"light\""),
      ("[meta]\nsafe_for = [\"all\"]", "mine.toml:2: [meta] safe_for: it is a list of deutan, protan, tritan"),
      ("ui = 3", "mine.toml: [ui]: it is not a table"),
    ])
  func wrongValues(_ text: String, _ message: String) {
    #expect(failure(text) == message)
  }

  @Test("What is no TOML is an error that names the file and the line")
  func noTOML() {
    #expect(failure("[ui]\ndim = \n").hasPrefix("mine.toml:2: "))
  }

  @Test("Keys that no theme has are warnings, each with its line and the nearest that there is")
  func warnings() throws {
    let file = try TOMLFile(
      """
      [meta]
      nam = "x"
      [ui]
      selecton = "default"
      title = { rgb = "#ffffff", c25 = 3 }
      [chart]
      tik = "default"
      series = [
        { colour = "default" },
      ]
      [pallete]
      """, path: "mine.toml")
    #expect(
      file.warnings == [
        "mine.toml:2: [meta] nam: there is no such key; the nearest is name",
        "mine.toml:4: [ui] selecton: there is no such key; the nearest is selection",
        "mine.toml:5: [ui] title: there is no c25; the nearest is c256",
        "mine.toml:7: [chart] tik: there is no such key; the nearest is tick",
        "mine.toml:9: [chart] series: there is no colour; the nearest is color",
        "mine.toml:11: [pallete]: there is no such table; the nearest is palette",
      ])
    #expect(throws: Never.self) { try Theme([file], name: "mine") }
  }
}

@Suite("The library of themes")
struct ThemeLibraryTests {
  private let directory: TemporaryDirectory
  private let library: ThemeLibrary

  init() throws {
    directory = try TemporaryDirectory()
    library = ThemeLibrary(directories: [
      directory.url.appending(path: "user"), directory.url.appending(path: "shipped"),
    ])
    try directory.write(
      "[palette]\na = \"#000001\"\n[ui]\ntitle = \"a\"\nkey = \"#000009\"\n[chart]\nseries = [{ color = \"a\" }]",
      to: "shipped/base.toml")
  }

  @Test("Missing keys inherit, colours of the palette included")
  func inheritance() throws {
    try directory.write(
      "[meta]\ninherits = \"base\"\n[palette]\na = \"#000002\"\n[ui]\ndim = \"a\"", to: "user/mine.toml")
    let theme = try library.load("mine").theme
    #expect(theme.name == "mine")
    #expect([theme.ui[.title], theme.ui[.dim], theme.series.first?.color].map { $0?.rgb?.blue } == [2, 2, 2])
    #expect(theme.ui[.key]?.rgb?.blue == 9)
  }

  @Test("A file of the user wins over one of the program, and both are listed once")
  func precedence() throws {
    try directory.write("[ui]\ntitle = \"#000003\"", to: "user/base.toml")
    #expect(try library.load("base").theme.ui[.title]?.rgb?.blue == 3)
    #expect(library.names == ["base"])
  }

  @Test(
    "A loop and an unknown parent are errors in words, at their line",
    arguments: [
      ("mine", "user/mine.toml:2: [meta] inherits: it inherits from itself: mine → mine"),
      ("other", "user/other.toml:2: [meta] inherits: it inherits from itself: mine → other → mine"),
      ("nord", "user/mine.toml:2: [meta] inherits: there is no theme nord; there are base, mine, other"),
      ("../shipped/base", "there is no theme ../shipped/base; there are base, mine, other"),
    ])
  func wrongParents(_ parent: String, _ message: String) throws {
    try directory.write("[meta]\ninherits = \"\(parent)\"", to: "user/mine.toml")
    try directory.write("[meta]\ninherits = \"mine\"", to: "user/other.toml")
    let failure = #expect(throws: TOMLFile.Failure.self) { try library.load("mine") }
    #expect(failure?.description.hasSuffix(message) == true, "\(failure?.description ?? "")")
  }

  @Test("A wrong value in a parent names the parent's file")
  func wrongInParent() throws {
    try directory.write("[ui]\ntitle = \"red\"", to: "shipped/broken.toml")
    try directory.write("[meta]\ninherits = \"broken\"", to: "user/mine.toml")
    let failure = #expect(throws: TOMLFile.Failure.self) { try library.load("mine") }
    #expect(failure?.description.contains("shipped/broken.toml:2: [ui] title") == true)
  }
}

@Suite("What the terminal's background is")
struct TerminalBackgroundTests {
  @Test(
    "COLORFGBG names it in its last field",
    arguments: [
      ("15;0", .dark), ("0;15", .light), ("0;default;15", .light), ("12;8", .dark), ("0;7", .light),
      ("15;default", nil), ("", nil), ("15", nil), ("0;16", nil),
    ] as [(String, TerminalBackground?)])
  func colorFGBG(_ text: String, _ background: TerminalBackground?) {
    #expect(TerminalBackground(colorFGBG: text) == background)
  }

  @Test("It is light where black text has more contrast than white text")
  func luminance() {
    #expect(TerminalBackground(luminance: 0.17) == .dark)
    #expect(TerminalBackground(luminance: 0.19) == .light)
  }

  @Test("The terminal's word wins over COLORFGBG, and a theme that was asked for over both")
  func choice() {
    let (dark, light) = (Theme(name: "d"), Theme(name: "l"))
    let choice = ThemeChoice(dark: (dark, ["a"]), light: (light, ["a", "b"]), background: .light)
    #expect(choice.theme(onLuminance: nil) == light)
    #expect(choice.theme(onLuminance: 0) == dark)
    #expect(choice.warnings == ["a", "b"])
    #expect(ThemeChoice(dark: (dark, []), light: (light, []), background: nil).theme(onLuminance: nil) == dark)
    #expect(ThemeChoice(fixed: (dark, [])).theme(onLuminance: 1) == dark)
  }
}
