import Charts
import Dashboard
import FileFixtures
import Foundation
import Spectra
import Testing

@testable import eigentop

@Suite("The file of settings")
struct SettingsFileTests {
  private let directory: TemporaryDirectory
  private let file: SettingsFile

  init() throws {
    directory = try TemporaryDirectory()
    file = try #require(SettingsFile(environment: ["XDG_CONFIG_HOME": directory.path.string]))
  }

  @Test("It stands in the directory of configurations, and nowhere without a home")
  func place() {
    #expect(file.url.path == "\(directory.path)/eigentop/settings.toml")
    let ofHome = SettingsFile(environment: ["HOME": "/home/me", "XDG_CONFIG_HOME": "x"])
    #expect(ofHome?.url.path == "/home/me/.config/eigentop/settings.toml")
    #expect(SettingsFile(environment: [:]) == nil)
  }

  private static let all: [Setting] = [
    .theme("okabe-ito"), .glyphs(.blocks), .fitRange(.standard), .estimator(.robust), .smoothing(0.8), .prior(1.4),
    .probe(.logistic), .labels(7),
    .details(false),
    .mouse(false), .exportFolder("~/plots/"), .exportWidth(PrintLength(8.5, .centimeters)), .exportFontSize(7.5),
    .exportTheme("okabe-ito"),
  ]

  @Test("Each setting comes back as it was written, the others stay, and nothing lies beside the file")
  func roundTrip() throws {
    #expect(file.read().settings.isEmpty && Set(Self.all.map(\.key)).count == Setting.all.count)
    for setting in Self.all { try file.write(setting) }
    try file.write(.glyphs(nil))
    let (settings, warnings) = file.read()
    #expect(warnings.isEmpty && settings.count == Self.all.count)
    for setting in Self.all where setting.key != Setting.glyphs.key {
      #expect(settings.contains(setting), "\(setting)")
    }
    #expect(settings.contains(.glyphs(nil)))
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(directory.path)/eigentop") == ["settings.toml"])
  }

  @Test("What a newer version has written there is left alone")
  func foreign() throws {
    try directory.write("[settings]\nnovelty = 3\n[more]\nx = 1\n", to: "eigentop/settings.toml")
    try file.write(.details(true))
    let text = String(decoding: try directory.read("eigentop/settings.toml"), as: UTF8.self)
    #expect(text.contains("novelty = 3") && text.contains("[more]") && file.read().settings == [.details(true)])
  }

  @Test(
    "A wrong value is a warning with its line, and the others hold",
    arguments: [
      ("theme = 3", "theme"), ("glyphs = \"runes\"", "glyphs"), ("fit_range = \"100...11\"", "fit_range"),
      ("estimator = \"best\"", "estimator"), ("smoothing = 1", "smoothing"), ("prior = \"one\"", "prior"),
      ("details = \"no\"", "details"),
      ("thme = \"dark\"", "thme"),
    ])
  func wrong(_ line: String, _ key: String) throws {
    try directory.write(
      "[settings]\n\(line)\n\(key == "details" ? "smoothing = 0.5" : "details = false")\n", to: "eigentop/settings.toml"
    )
    let (settings, warnings) = file.read()
    #expect(settings.count == 1)
    #expect(warnings.count == 1 && warnings[0].hasPrefix("settings.toml:2: [settings] \(key): "))
  }

  @Test("In the configuration the same is an error, as any wrong value there")
  func configuration() throws {
    let config = try directory.write("[settings]\nglyphs = \"runes\"", to: "config.toml")
    #expect(throws: TOMLFile.Failure.self) { try Preferences(URL(fileURLWithPath: config)) }
    try directory.write("[settings]\nglyphs = \"blocks\"", to: "config.toml")
    #expect(try Preferences(URL(fileURLWithPath: config)).settings == [.glyphs(.blocks)])
  }

  @Test("A file that is no TOML is told, and replaced with the next setting")
  func broken() throws {
    try directory.write("[settings\n", to: "eigentop/settings.toml")
    #expect(file.read().settings.isEmpty && file.read().warnings.count == 1)
    try file.write(.theme("light"))
    #expect(file.read().settings == [.theme("light")])
  }
}
