import Charts
import Dashboard
import FileFixtures
import Foundation
import Testing

@testable import eigentop

@Suite("The theme that is drawn")
struct ThemeControlTests {
  private let directory: TemporaryDirectory
  private let library: ThemeLibrary

  init() throws {
    directory = try TemporaryDirectory()
    library = ThemeLibrary(directories: [
      directory.url.appending(path: "user"), directory.url.appending(path: "shipped"),
    ])
    try directory.write("[ui]\ntitle = \"#000001\"", to: "shipped/dark.toml")
    try directory.write("[ui]\ntitle = \"#000002\"", to: "shipped/light.toml")
  }

  private func blue(_ control: ThemeControl, onLuminance luminance: Double? = nil) -> UInt8? {
    control.choice.theme(onLuminance: luminance).ui[.title]?.rgb?.blue
  }

  @Test("By itself it is dark or light, as the background is; a name decides")
  func automatic() throws {
    var control = try ThemeControl(Setting.automaticTheme, in: library, environment: ["COLORFGBG": "0;15"])
    #expect(blue(control) == 2 && blue(control, onLuminance: 0) == 1)
    #expect(control.show("dark") == nil && blue(control, onLuminance: 1) == 1)
  }

  @Test("One that is broken leaves the one before, and is told with file, line and reason")
  func broken() throws {
    var control = try ThemeControl("dark", in: library, environment: [:])
    try directory.write("[ui]\ntitle = \"skye\"", to: "user/mine.toml")
    #expect(control.show("mine") == "mine.toml:2: [ui] title: \"skye\" is neither \"#rrggbb\" nor \"default\"")
    #expect(blue(control) == 1)
    #expect(control.show("gone")?.hasPrefix("there is no theme gone") == true && blue(control) == 1)
  }

  @Test("A change of a file, its own or one that it inherits from, is told and taken over; a slip is not")
  func reload() throws {
    let watch = DirectoryWatch()
    try directory.write("[meta]\ninherits = \"dark\"", to: "user/mine.toml")
    watch.watch(library.directories)
    watch.watch(library.directories)
    #expect(!watch.drain())
    var control = try ThemeControl("mine", in: library, environment: [:])
    try directory.write("[ui]\ntitle = \"#000007\"", to: "shipped/dark.toml")
    #expect(watch.drain() && !watch.drain())
    #expect(control.reload() == nil && blue(control) == 7)
    try directory.write("[ui\n", to: "user/mine.toml")
    #expect(watch.drain())
    #expect(control.reload()?.hasPrefix("mine.toml:1: ") == true && blue(control) == 7)
  }

  @Test("The list names all, and whose they are")
  func entries() throws {
    let shipped = try #require(ThemeDirectory.shipped)
    let own = directory.url.appending(path: "user")
    try directory.write("", to: "user/mine.toml")
    let control = try ThemeControl("dark", in: ThemeLibrary(directories: [own, shipped]), environment: [:])
    let names = ["ansi16", "dark", "high-contrast", "light", "mine", "mono", "okabe-ito"]
    #expect(control.entries == names.map { ThemeEntry(name: $0, remark: $0 == "mine" ? "yours" : "") })
  }
}
