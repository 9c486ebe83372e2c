import Testing

@testable import Dashboard

@Suite("What the dashboard is drawn with")
struct LookTests {
  @Test("A theme that is looked at is drawn, and the chosen one remembered")
  func themes() {
    var look = Look(columns: 80, rows: 24)
    let isAnother = look.draw(theme: "mono")
    #expect(isAnother && look.drawnTheme == "mono" && look.theme == Setting.automaticTheme)
    let isThird = look.draw(theme: "mono")
    #expect(!isThird)
    look.theme = "dark"
    #expect(look.drawnTheme == "dark")
  }

  @Test("The same themes again are no news")
  func offers() {
    var look = Look(columns: 80, rows: 24)
    let themes = [ThemeEntry(name: "dark"), ThemeEntry(name: "mine", remark: "yours")]
    let answers = [themes, themes, []].map { look.offer($0) }
    #expect(answers == [true, false, true])
  }
}
