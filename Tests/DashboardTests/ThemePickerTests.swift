import DashboardFixtures
import TerminalCells
import Testing

@testable import Dashboard

@Suite("The list of themes")
struct ThemePickerTests {
  private var model: Model

  init() {
    model = SampleSweep.model(columns: 120, rows: 40)
    // Its spectrum has been asked for.
    model.press(.down, .up)
    _ = update(&model, .themes(["dark", "light", "mine"].map { ThemeEntry(name: $0) }))
  }

  private var isOpen: Bool { model.input.overlays.contains { $0.picker == .theme } }

  @Test("t opens it on the theme that is drawn, and asks for what there is now")
  mutating func opening() {
    #expect(model.press(.character("t")) == [.listThemes])
    #expect(isOpen && model.input.overlays.last?.selection == 0)
    model.press(.escape)
    model.adopt(.theme("light"))
    model.press(.character("t"))
    #expect(model.input.overlays.last?.selection == 2)
  }

  @Test("Each move draws with another, Esc with the one before, and nothing is kept")
  mutating func preview() {
    model.press(.character("t"))
    #expect(model.press(.down) == [.draw(theme: "dark")])
    #expect(model.press(.down) == [.draw(theme: "light")])
    #expect(model.press(.escape) == [.draw(theme: Setting.automaticTheme)])
    #expect(!isOpen && model.look.theme == Setting.automaticTheme)
  }

  @Test("The list leaves the screen below it to be seen")
  mutating func room() {
    model.press(.character("3"), .character("t"))
    let rows = model.screenRows()
    let last = rows.lastIndex { $0.contains("╰") } ?? 0
    #expect(rows[last - 1].contains("mine") && last < 12)
  }

  @Test("Enter keeps the one that is drawn")
  mutating func choosing() {
    model.press(.character("t"))
    model.press(.end)
    #expect(model.press(.enter) == [.keep(.theme("mine"))])
    #expect(!isOpen && model.look.theme == "mine")
  }

  @Test("Typing narrows the list, and what is left is drawn; nothing left is no theme at all")
  mutating func filter() {
    model.press(.character("t"))
    #expect(model.press(.character("i")) == [.draw(theme: "light")])
    #expect(model.press(.character("n")) == [.draw(theme: "mine")])
    #expect(model.press(.character("z")) == [.draw(theme: Setting.automaticTheme)])
    #expect(model.press(.enter).isEmpty)
  }

  @Test("When a theme comes into being the list stays on the one that is drawn")
  mutating func listing() {
    model.press(.character("t"))
    model.press(.down, .down)
    let effects = update(&model, .themes(["aurora", "dark", "light"].map { ThemeEntry(name: $0) }))
    #expect(effects.isEmpty && model.input.overlays.last?.selection == 3)
  }

  @Test("A failure is a line in the footer until the next key")
  mutating func failure() {
    _ = update(&model, .failure("mine.toml:2: [ui] title: no"))
    #expect(model.screenRows().last?.contains("mine.toml:2: [ui] title: no") == true)
    model.press(.down)
    #expect(model.screenRows().last?.contains("mine.toml") == false)
  }
}

@Suite("Settings")
struct SettingsTests {
  private var model = SampleSweep.model(columns: 120, rows: 40)

  init() { model.press(.down, .up) }

  private mutating func choose(_ key: Setting.Key) -> [Effect] {
    model.input.closeOverlays()
    model.press(.character("o"))
    for _ in 0..<(Setting.all.firstIndex(of: key) ?? 0) { model.press(.down) }
    return model.press(.enter)
  }

  @Test("o lists every setting with what it is now")
  mutating func list() {
    model.press(.character("o"))
    let rows = model.screenRows()
    for key in Setting.all { #expect(rows.contains { $0.contains("\(key.title): ") }, "\(key)") }
    #expect(rows.contains { $0.contains("Fit range") && $0.contains("11...100") })
  }

  @Test("Enter goes on to the next value, keeps it, and leaves the list open")
  mutating func cycles() {
    #expect(choose(Setting.glyphs.key) == [.keep(.glyphs(.braille))])
    #expect(model.press(.enter) == [.keep(.glyphs(.blocks))])
    #expect(choose(Setting.smoothing.key) == [.keep(.smoothing(0.5))])
    #expect(model.options.smoothing == 0.5 && model.input.overlays.last?.picker == .setting)
  }

  @Test("Without details there is more room for the rest, on every screen", arguments: [80, 140])
  mutating func details(_ columns: Int) {
    model.look.resize(columns: columns, rows: model.rows)
    let before = Screen.allCases.map { screen in
      ScreenLayout(columns: columns, rows: 40, screen: screen)
    }
    #expect(choose(Setting.details.key) == [.keep(.details(false))])
    for (screen, old) in zip(Screen.allCases, before) {
      let new = ScreenLayout(columns: columns, rows: 40, screen: screen, showsDetails: false)
      let grown = new.chart.width * new.chart.height + new.table.width * new.table.height
      #expect(new.details.isEmpty && grown > old.chart.width * old.chart.height + old.table.width * old.table.height)
    }
    #expect(choose(Setting.details.key) == [.keep(.details(true))])
  }

  @Test("Another estimator or range holds for all dumps at once, and what is no range is not taken")
  mutating func fit() {
    var settings = model.fits.standard
    settings.estimator = .ols
    #expect(choose(Setting.estimator.key) == [.keep(.estimator(.ols)), .fit(settings, to: nil)])
    _ = choose(Setting.fitRange.key)
    model.press(.control("u"))
    for character in "6..x" { model.press(.character(character)) }
    #expect(model.press(.enter).isEmpty && model.input.prompt?.error != nil)
    model.press(.backspace)
    for character in "50" { model.press(.character(character)) }
    let effects = model.press(.enter)
    #expect(effects.count == 2 && model.fits.standard.range.first == 6 && model.fits.standard.range.last == 50)
    #expect(effects.first == .keep(.fitRange(model.fits.standard.range)) && model.input.prompt == nil)
  }

  @Test("The theme is chosen from its own list, which leads back here")
  mutating func theme() {
    #expect(choose(Setting.theme.key) == [.listThemes])
    #expect(model.input.overlays.map(\.picker) == [.setting, .theme])
    model.press(.escape)
    #expect(model.input.overlays.map(\.picker) == [.setting])
  }
}
