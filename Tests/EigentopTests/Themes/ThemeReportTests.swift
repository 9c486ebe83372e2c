import Charts
import FileFixtures
import Foundation
import Testing

@testable import eigentop

@Suite("The check of a theme")
struct ThemeReportTests {
  private func report(_ text: String) throws -> ThemeReport {
    ThemeReport(try Theme([TOMLFile(text, path: "mine.toml")], name: "mine"), name: "mine")
  }

  private func contrast(_ role: String, in report: ThemeReport) throws -> ThemeReport.Contrast {
    try #require(report.contrasts.first { $0.role == role })
  }

  @Test("Contrast is that with the theme's own background, and the least of what terminals show")
  func ownBackground() throws {
    let found = try report(
      """
      [ui]
      background = { rgb = "#ffffff", c256 = 231 }
      dim = { rgb = "#777777", c256 = 243 }
      key = { rgb = "#000000", c256 = 16 }
      """)
    let dim = try contrast("ui.dim", in: found)
    // #777777 has 4.48 on white, #767676 of the 256 colours 4.54.
    #expect(abs(try #require(dim.ratio) - 4.478) < 0.001 && !dim.isMet && !found.passes)
    #expect(try #require(contrast("ui.key", in: found).ratio) == 21)
  }

  @Test("Text left to the terminal is white on white where a theme paints its own background")
  func terminalTextOnPaint() throws {
    let paint = "[ui]\nbackground = { rgb = \"#ffffff\", c256 = 231 }\n"
    let title = try contrast("ui.title", in: report(paint))
    #expect(title.ratio == 1 && !title.isMet)
    #expect(try contrast("ui.title", in: report(paint + "foreground = \"#000000\"")).isMet)
  }

  @Test("Without a background of its own, a theme is judged on dark and on light terminals, whatever its variant")
  func terminalBackgrounds() throws {
    for variant in ["dark", "light"] {
      let head = "[meta]\nvariant = \"\(variant)\"\n[ui]\n"
      #expect(try !contrast("ui.selection", in: report(head + "selection = \"#1f2733\"")).isMet)
      #expect(try contrast("ui.selection", in: report(head + "selection = { attributes = [\"reverse\"] }")).isMet)
      for (grey, isRead) in [("#949494", false), ("#1a1a1a", false), ("#757575", true)] {
        let ratio = try contrast("ui.dim", in: report(head + "dim = \"\(grey)\"")).ratio
        #expect(try (#require(ratio) > 3.9) == isRead, "\(grey)")
      }
    }
  }

  @Test("What only the user's palette knows is not judged")
  func unknown() throws {
    let found = try report(
      "[ui]\ndim = { c16 = 0 }\n[chart]\nseries = [{ color = { c16 = 1 } }, { color = { c16 = 2 } }]")
    #expect(found.passes)
    #expect(found.distances.allSatisfy { $0.distance == nil })
  }

  @Test("Series that some eyes cannot tell apart fail where the theme says that they can")
  func confusion() throws {
    let series = "[chart]\nseries = [{ color = \"#005fa8\" }, { color = \"#c2410c\" }, { color = \"#7a5a00\" }]\n"
    let paper = "[ui]\nbackground = { rgb = \"#ffffff\", c256 = 231 }\nforeground = { rgb = \"#000000\", c256 = 16 }\n"
    #expect(try report(paper + series).passes)
    let claimed = try report("[meta]\nsafe_for = [\"protan\"]\n" + paper + series)
    #expect(!claimed.passes)
    let failed = claimed.distances.filter { !$0.isMet }
    #expect(failed.map(\.vision) == ["protan"] && failed.map(\.between) == [[2, 3]])
  }

  @Test(
    "A sequential ramp that does not get lighter or darker throughout fails",
    arguments: [
      ("#000000\", \"#808080\", \"#ffffff", true), ("#ffffff\", \"#000000", true),
      ("#000000\", \"#ffffff\", \"#808080", false),
    ])
  func ramp(_ colors: String, _ isSteady: Bool) throws {
    let found = try report("[chart]\nsequential = [\"\(colors)\"]")
    #expect(found.sequential.isSteady == isSteady && found.passes == isSteady)
  }
}

@Suite("eigentop themes")
struct ThemesCommandTests {
  private let directory: TemporaryDirectory
  init() throws { directory = try TemporaryDirectory() }

  private func themes(_ arguments: String...) async throws -> Eigentop {
    try await Eigentop(["themes"] + arguments, in: directory, environment: ["XDG_CONFIG_HOME": directory.path.string])
  }

  @Test("The list says where each theme comes from, and the user's win")
  func list() async throws {
    let file = try directory.write("[meta]\ninherits = \"mono\"", to: "eigentop/themes/dark.toml")
    let run = try await themes()
    #expect(run.status == 0)
    #expect(run.lines.first?.hasPrefix("theme ") == true && run.lines.count == 7)
    #expect(run.lines.contains { $0.hasPrefix("dark ") && $0.hasSuffix(file) })
    #expect(run.lines.contains { $0.hasPrefix("mono ") && $0.hasSuffix("/mono.toml") })
  }

  @Test("--check fails where a theme falls short of what it claims, and says where")
  func check() async throws {
    #expect(try await themes("--check").status == 0)
    try directory.write(
      """
      [meta]
      inherits = "dark"
      safe_for = ["deutan"]
      [chart]
      series = [{ color = "#b4b43c" }, { color = "#d9a53c" }]
      """, to: "eigentop/themes/mine.toml")
    let run = try await themes("--check", "mine")
    #expect(run.status == 1 && run.lines.first == "mine: too little")
    #expect(run.lines.contains { $0.contains("series, deutan") && $0.contains("✗") })
    #expect(try await themes("--check", "light").status == 0)
  }

  private struct Report: Decodable {
    struct Distance: Decodable { var vision: String, distance: Double?, least: Double?, isMet: Bool }
    struct Contrast: Decodable { var role: String, ratio: Double?, least: Double?, isMet: Bool }
    var name: String
    var contrasts: [Contrast]
    var distances: [Distance]
    var passes: Bool
  }

  @Test("--json prints the same for programs, every field in every element")
  func json() async throws {
    let run = try await themes("--check", "--json", "mono", "dark")
    let reports = try JSONDecoder().decode([Report].self, from: Data(run.output.utf8))
    #expect(reports.map(\.name) == ["mono", "dark"] && reports.allSatisfy(\.passes))
    #expect(reports[0].contrasts.allSatisfy { $0.ratio == nil } && run.output.contains("\"ratio\":null"))
    #expect(reports[1].distances.count == 8)
  }

  @Test("An unknown theme is a usage error, a broken one fails and the others are still listed")
  func wrong() async throws {
    #expect(try await themes("nord").status == 64)
    try directory.write("[ui]\ntitle = \"skye\"", to: "eigentop/themes/mine.toml")
    let run = try await themes()
    #expect(run.status == 1 && run.errors.contains("mine.toml:2: [ui] title") && run.lines.count == 7)
  }
}
