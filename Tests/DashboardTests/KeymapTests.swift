import TerminalCells
import DashboardFixtures
import Testing

@testable import Dashboard

@Suite("The table of keys")
struct KeymapTests {
  @Test("No key has two meanings in one context")
  func conflicts() {
    for context in Set(Keymap.standard.bindings.map(\.context)) {
      let keys = Keymap.standard.bindings.filter { $0.context == context }.flatMap(\.keys)
      #expect(keys.count == Set(keys).count, "\(context)")
    }
  }

  @Test("No screen hides a key that works everywhere")
  func shadowing() {
    let everywhere = Set(Keymap.standard.bindings.filter { $0.context == .everywhere }.flatMap(\.keys))
    let exclusive: [KeyBinding.Context] = [.sortChord, .axesChord, .prompt]
    for binding in Keymap.standard.bindings where !([.everywhere] + exclusive).contains(binding.context) {
      #expect(everywhere.isDisjoint(with: binding.keys), "\(binding.help)")
    }
  }

  @Test("Bindings of one name mean the same and have the same keys, and no meaning has two names")
  func names() {
    for (name, bindings) in Dictionary(grouping: Keymap.standard.bindings, by: \.name) {
      for binding in bindings {
        #expect(binding.command == bindings[0].command && binding.keys == bindings[0].keys, "\(name)")
      }
      let others = Keymap.standard.bindings.filter { $0.name != name }
      #expect(!others.contains { $0.command == bindings[0].command }, "\(name)")
      #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(name) needs no quotes in TOML")
    }
  }

  @Test("Keys are looked up in contexts that are known to hold at the same time")
  func scopes() {
    var model = GridSweep.model(columns: 120, rows: 40)
    func expectKnown() {
      let contexts = model.keyContexts
      let known = KeyBinding.Context.scopes.contains { $0.filter(contexts.contains) == contexts }
      #expect(known, "\(contexts)")
    }
    for screen in "1234568" {
      for key in "i?t/s\\" {
        model.press(.character(screen), .character(key))
        expectKnown()
        model.press(.escape, .escape, .escape)
        expectKnown()
      }
    }
  }

  @Test("The help lists every key that works on a screen", arguments: Screen.allCases)
  func helpIsComplete(screen: Screen) {
    var model = SampleSweep.model(columns: 120, rows: 80)
    model.screens.resume(screen)
    let text = OverlayText(model, Overlay(.help), width: 80).lines
    for binding in Keymap.standard.bindings(in: [.screen(screen), .everywhere]) {
      #expect(text.contains { $0.key == binding.keyNames && $0.text == binding.help })
    }
  }

  @Test("The ways to the other keys and out are whole on every screen, however wide", arguments: Screen.allCases)
  func exits(screen: Screen) {
    // As low as can be: what is above the footer does not matter here, and takes time.
    var model = SampleSweep.model(columns: 40, rows: 10)
    model.screens.resume(screen)
    for columns in 40...130 {
      model.look.resize(columns: columns, rows: 10)
      #expect(model.screenRows().last?.hasSuffix("? help   q quit") == true, "\(columns)")
    }
  }

  @Test("Every key of the footer does what it says, on every screen")
  func footer() {
    var model = SampleSweep.model(columns: 240, rows: 24)
    for screen in Screen.allCases {
      model.screens.resume(screen)
      let footer = model.screenRows().last ?? ""
      for binding in Keymap.standard.bindings(in: model.keyContexts)
      where binding.hint != nil && binding.command != .show(screen) {
        guard screen != .models || binding.command != .back else { continue }
        #expect(footer.contains("\(binding.keys[0].symbol) \(binding.hint ?? "")"))
      }
    }
  }
}
