import Charts
import Spectra
import Testing

@testable import Dashboard

@Suite("Keys of settings")
struct SettingKeyTests {
  private let model = Model(title: "runs", columns: 120, rows: 40)

  @Test("Every setting has a name, a title and a help of its own")
  func names() {
    let all = Setting.all
    #expect(Set(all.map(\.name)).count == all.count && Set(all.map(\.title)).count == all.count)
    #expect(all.allSatisfy { !$0.help.isEmpty && !$0.demand.isEmpty })
  }

  @Test("Where a line is typed, what is proposed is taken as it stands, and is what holds")
  func proposals() {
    for key in Setting.all {
      var model = model
      _ = key.change(&model)
      guard let prompt = model.input.prompt else { continue }
      #expect(!key.question.isEmpty, "\(key.name)")
      guard let setting = key.typed(prompt.text) else {
        Issue.record("\(key.name): \(prompt.text)")
        continue
      }
      let before = key.shown(model)
      model.adopt(setting)
      #expect(key.shown(model) == before, "\(key.name)")
    }
  }

  @Test("What is next is another value, and after all of them the first comes again")
  func cycles() {
    for key in Setting.all {
      var model = model
      _ = update(&model, .themes([ThemeEntry(name: "dark"), ThemeEntry(name: "light")]))
      var seen: [String] = []
      for _ in 0..<20 where model.input.prompt == nil && model.input.overlays.isEmpty {
        seen.append(key.shown(model))
        _ = model.change(key)
      }
      guard model.input.prompt == nil, model.input.overlays.isEmpty else { continue }
      let count = Set(seen).count
      #expect(count > 1 && zip(seen, seen.dropFirst(count)).allSatisfy { $0 == $1 }, "\(key.name)")
    }
  }

  @Test("A value out of bounds is none, however it comes")
  func bounds() {
    #expect(Setting.exportFontSize.accepts(72) && !Setting.exportFontSize.accepts(72.5))
    #expect(Setting.exportFontSize.key.typed("2") == nil)
    #expect(Setting(Setting.exportFontSize.key, .whole(2)) == nil)
    #expect(Setting(Setting.labels.key, .whole(0)) == nil && Setting.labels.key.typed("0") == nil)
    #expect(Setting(Setting.smoothing.key, .number(1)) == nil && Setting(Setting.prior.key, .number(.nan)) == nil)
    #expect(Setting(Setting.prior.key, .whole(1)) == Setting.prior(1))
  }

  @Test("A setting says nothing of another key")
  func others() {
    #expect(Setting.prior.value(of: Setting.smoothing(0.5)) == nil)
    #expect(Setting.smoothing.value(of: Setting.smoothing(0.5)) == 0.5)
    #expect(Setting.glyphs.value(of: Setting.glyphs(nil)) == .some(nil))
  }
}
