import DashboardFixtures
import TerminalCells
import Testing

@testable import Dashboard

@Suite("Keys of one's own")
struct KeymapChangeTests {
  private func keys(_ name: String, in keymap: Keymap) -> [KeyEvent] {
    keymap.bindings.first { $0.name == name }?.keys ?? []
  }

  private func model(_ changes: [String: [KeyEvent]]) -> Model {
    var model = Model(title: "sweep", keymap: Keymap.standard(with: changes).keymap, columns: 120, rows: 40)
    for news in SampleSweep.updates { _ = update(&model, .engine(news, at: SampleSweep.time)) }
    return model
  }

  @Test("Without wishes the table is the standard one, and what is in it already is no conflict")
  func standard() {
    let (keymap, objections) = Keymap.standard(with: [:])
    #expect(keymap == .standard && objections.isEmpty && keymap.collisions.isEmpty)
    let same = Dictionary(Keymap.standard.bindings.map { ($0.name, $0.keys) }) { first, _ in first }
    #expect(Keymap.standard(with: same) == (.standard, []))
  }

  @Test("Every command can have another key, and none but quit can lose none", arguments: Keymap.standard.entries)
  func any(_ entry: Keymap.Entry) {
    let (changed, objections) = Keymap.standard(with: [entry.name: [.function(40), .function(40)]])
    #expect(objections.isEmpty)
    let expected: [KeyEvent] = entry.name == "quit" ? [.function(40), .control("c")] : [.function(40)]
    for binding in changed.bindings where binding.name == entry.name { #expect(binding.keys == expected) }
    let others = changed.bindings.filter { $0.name != entry.name }
    #expect(others == Keymap.standard.bindings.filter { $0.name != entry.name })
    let without = Keymap.standard(with: [entry.name: []])
    #expect(without.objections.isEmpty)
    #expect(keys(entry.name, in: without.keymap) == (entry.name == "quit" ? [.control("c")] : []))
  }

  @Test("Two commands can swap their keys, and so can the same places of charts and rows")
  func swapping() {
    let swapped = Keymap.standard(with: ["pin": [.character(" ")], "mark": [.character("p")]])
    #expect(swapped.objections.isEmpty)
    #expect(keys("mark", in: swapped.keymap) == [.character("p")])
    // As in the standard table a crosshair takes the keys that move otherwise.
    let moving = Keymap.standard(with: ["down": [.character("0")], "crosshair-next-series": [.character("0")]])
    #expect(moving.objections.isEmpty)
  }

  @Test(
    "A key that would mean two things at once leaves what wants it with its standard keys, and both are named",
    arguments: [
      (["pin": [.character(" ")]], ["pin"], "Space is also a key of mark; it stays p"),
      (["pin": [.character("m")], "mark": [.character("m")]], ["mark", "pin"], "m is also a key of"),
      // Inner contexts hide outer ones.
      (["mark": [.character("m")]], ["mark"], "m is also a key of crosshair-difference; it stays Space"),
      (["fold": [.character("q")]], ["fold"], "q is also a key of quit; it stays h, Left"),
      (["choose": [.control("d")]], ["choose"], "Ctrl-D is also a key of half-page-down; it stays Enter"),
      (["sort-name": [.character("a")]], ["sort-name"], "a is also a key of sort-alpha; it stays n"),
      // What is refused takes its keys back from what had been given them.
      (
        ["mark": [.character("q")], "pin": [.character(" ")]], ["mark", "pin"], "is also a key of"
      ),
      (["undo": [.control("c")]], ["undo"], "Ctrl-C always quits; it stays u"),
      (["prompt-accept": [.control("c")]], ["prompt-accept"], "Ctrl-C always quits; it stays Enter"),
      (["prompt-accept": [.character("y")]], ["prompt-accept"], "y is text there; it stays Enter"),
      (["choose": [.character("y")]], ["choose"], "y is text there; it stays Enter"),
      (["marc": [.character("m")]], ["marc"], "there is no such command; the nearest is mark"),
    ] as [([String: [KeyEvent]], [String], String)])
  func conflicts(_ changes: [String: [KeyEvent]], _ names: [String], _ reason: String) {
    let (keymap, objections) = Keymap.standard(with: changes)
    #expect(objections.map(\.name) == names)
    #expect(objections.allSatisfy { $0.reason.hasPrefix(reason) || $0.reason.contains(reason) }, "\(objections)")
    #expect(keymap == .standard)
  }

  @Test("What does not hold at the same time can share a key")
  func places() {
    let changes: [String: [KeyEvent]] = ["fold": [.character("m")], "type-ranks": [.character("a")]]
    let (keymap, objections) = Keymap.standard(with: changes)
    #expect(objections.isEmpty && keys("fold", in: keymap) == [.character("m")])
  }

  @Test("Keys do what they are bound to, and nothing else any more")
  func dispatch() {
    var model = model(["screen-spectrum": [.function(2)], "quit": [.alt(.character("q"))], "help": [.character("h")]])
    model.press(.character("2"))
    #expect(model.screen == .models)
    model.press(.function(2))
    #expect(model.screen == .spectrum)
    #expect(model.press(.character("q")).isEmpty)
    #expect(model.press(.alt(.character("q"))) == [.quit] && model.press(.control("c")) == [.quit])
  }

  @Test("Ctrl-C quits in the middle of anything, whatever quit is bound to")
  func interrupt() {
    for keys in ["", "s", "/", "?", ":", "2i", "w"] {
      var model = model(["quit": []])
      for key in keys { model.press(.character(key)) }
      #expect(model.press(.control("c")) == [.quit], "\(keys)")
    }
  }

  @Test("Header, footer, help and palette name the keys as they are")
  func words() {
    var model = model([
      "filter": [.control("f")], "help": [.function(5), .character(".")], "screen-spectrum": [.function(2)],
      "sort": [.character("O")], "sort-alpha": [.character("1")], "suspend": [], "open": [],
    ])
    let rows = model.screenRows()
    #expect(rows[1].hasPrefix(" [1 Models]  F2 Spectrum "))
    #expect(rows[39].contains("F5 help") && rows[39].contains("Ctrl-F filter") && !rows[39].contains("open"))
    model.press(.character("."))
    let help = OverlayText(model, Overlay(.help), width: 80).lines.map { "\($0.key) \($0.text)" }
    #expect(help.contains("O 1 sort by α") && help.contains("F5 . this help"))
    #expect(!help.contains { $0.hasSuffix(" suspend; fg returns") })
    // The key that opened it closes it.
    model.press(.character("."))
    #expect(model.input.overlays.isEmpty)
    model.press(.character(":"))
    let commands = Picker(model, .command, filter: "suspend").items
    #expect(commands.map(\.choice) == [.command(.suspend)] && commands[0].detail.isEmpty, "it can still be chosen")
  }
}
