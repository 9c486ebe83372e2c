import Analysis
import TerminalCells
import DashboardFixtures
import Testing

@testable import Dashboard

@Suite("Texts over the screen")
struct OverlayTests {
  @Test("Typing in the help leaves the keys that match, in any case; deleting brings the others back")
  func filter() {
    var model = SampleSweep.model(columns: 120, rows: 40)
    model.press(.character("?"))
    let all = lines(of: model)
    for character in "FOLD" { model.press(.character(character)) }
    #expect(lines(of: model) == ["h ← fold the run", "l → unfold the run"])
    for _ in 1...4 { model.press(.backspace) }
    #expect(lines(of: model) == all)
    for character in "no such thing" { model.press(.character(character)) }
    #expect(lines(of: model) == [" no key does that here"])
  }

  @Test("? opens and closes the help, and is text once something is typed")
  func questionMark() {
    var model = SampleSweep.model(columns: 120, rows: 40)
    model.press(.character("?"), .character("?"))
    #expect(model.input.overlays.isEmpty)
    model.press(.character("?"), .character("a"), .character("?"))
    #expect(model.input.overlays.last?.filter == "a?")
    model.press(.function(1))
    #expect(model.input.overlays.isEmpty, "F1 closes it at once")
  }

  @Test("The activity says what is running and how far, what failed and why, and what was warned about")
  func activity() {
    var model = SampleSweep.model(columns: 120, rows: 40)
    _ = update(&model, .engine(.problem("sweep/hparams.yaml:3: no value"), at: SampleSweep.time))
    model.press(.character("w"))
    let text = lines(of: model).map { $0.trimmingSpaces }
    #expect(
      text == [
        "Running (1)", "sweep/\(SampleSweep.computing)/features_epoch_008.npy",
        "━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌ 41 % of 512×256, 1000 rows/s", "1 more waits",
        "Failed (1)", "sweep/\(SampleSweep.broken)/features_epoch_008.npy", "1000 rows promised, 311 there",
        "Besides the dumps (1)", "sweep/hparams.yaml:3: no value",
        "Last results",
      ]
        // Too long for one line.
        + ["14:02:31 1000 rows promised, 311 there sweep/lambd_1…/features_epoch_008.npy"]
        + [
          "α 1.750 sweep/lambd_0.100000_pdim_64",
          "α 1.500 sweep/\(SampleSweep.good)", "α 2.000 sweep/\(SampleSweep.good)",
          "α 1.250 sweep/\(SampleSweep.good)",
        ].enumerated().map { index, text in "14:02:31 \(text)/features_epoch_00\([8, 3, 1, 8][index]).npy" }
        + [
          "Between dumps (1)", "few rows in 4 of 4 dumps, fewest in",
          "sweep/\(SampleSweep.good)/features_epoch_001.npy: α moves with N: 512 rows",
          "for ranks up to 100 are 5.1 for each where 20 are wanted",
        ])
  }

  @Test("A text longer than the terminal scrolls to its end and no further", arguments: [10, 12, 24])
  func scrolling(rows: Int) {
    var model = SampleSweep.model(columns: 80, rows: rows)
    model.press(.character("?"))
    let last = lines(of: model).last?.split(separator: " ").last.map(String.init) ?? ""
    model.press(.end)
    #expect(model.screenRows().contains { $0.contains(last) })
    let bottom = model.input.overlays
    model.press(.down, .pageDown)
    #expect(model.input.overlays == bottom)
    model.press(.home)
    #expect(model.input.overlays.last?.scroll == 0)
  }

  private func lines(of model: Model) -> [String] {
    guard let overlay = model.input.overlays.last else { return [] }
    return OverlayText(model, overlay, width: ScreenLayout(model).overlayText.width).lines.map {
      "\($0.key) \($0.text)"
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
