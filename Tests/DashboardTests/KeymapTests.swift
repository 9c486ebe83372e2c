import TerminalCells
import DashboardFixtures
import Testing

@testable import Dashboard

@Suite("The table of keys")
struct KeymapTests {
  @Test("No key has two meanings in one context")
  func conflicts() {
    for context in Set(Keymap.bindings.map(\.context)) {
      let keys = Keymap.bindings.filter { $0.context == context }.flatMap(\.keys)
      #expect(keys.count == Set(keys).count, "\(context)")
    }
  }

  @Test("No screen hides a key that works everywhere")
  func shadowing() {
    let everywhere = Set(Keymap.bindings.filter { $0.context == .everywhere }.flatMap(\.keys))
    for binding in Keymap.bindings where ![.everywhere, .sortChord, .prompt].contains(binding.context) {
      #expect(everywhere.isDisjoint(with: binding.keys), "\(binding.help)")
    }
  }

  @Test("The help lists every key that works on a screen", arguments: Screen.allCases)
  func helpIsComplete(screen: Screen) {
    var model = SampleSweep.model(columns: 120, rows: 80)
    model.screen = screen
    let text = OverlayText(model, Overlay(.help), width: 80).lines
    for binding in Keymap.bindings(in: [.screen(screen), .everywhere]) {
      #expect(text.contains { $0.key == binding.keyNames && $0.text == binding.help })
    }
  }

  @Test("Every key of the footer does what it says, on every screen")
  func footer() {
    var model = SampleSweep.model(columns: 200, rows: 24)
    for screen in Screen.allCases {
      model.screen = screen
      let footer = model.screenRows().last ?? ""
      for binding in Keymap.bindings(in: model.keyContexts)
      where binding.hint != nil && binding.command != .show(screen) {
        guard screen != .models || binding.command != .back else { continue }
        #expect(footer.contains("\(binding.keys[0].symbol) \(binding.hint ?? "")"))
      }
    }
  }
}
