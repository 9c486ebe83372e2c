import Analysis
import Spectra
import TerminalCells
import DashboardFixtures
import Testing

@testable import Dashboard

@Suite("Moving the fitted ranks")
struct FitRangeTests {
  @Test("The keys move either end by one rank, and α follows in the same step")
  func moving() throws {
    var model = openSpectrum()
    let before = try #require(model.selected?.record.summary?.fit)
    #expect(before.range == .standard)
    for (key, first, last) in [("]", 12, 100), ("}", 12, 101), ("[", 11, 101), ("{", 11, 100)] {
      let effects = model.press(.character(Character(key)))
      let range = try #require(FitRange(first: first, last: last))
      #expect(effects == [.fit(FitSettings(range: range), to: nil)])
      #expect(model.selected?.record.summary?.fit?.range == range)
    }
    #expect(model.selected?.record.summary?.fit == before)
  }

  @Test("α of a bent spectrum is that of the new ranks, on the screen too")
  func alphaFollows() throws {
    var model = openSpectrum()
    let id = try #require(model.selected?.record.id)
    // k^(−1) up to rank 40, k^(−3) beyond.
    let bent = Eigenspectrum(
      given: (1...256).map { rank -> Double in
        let k = Double(rank)
        return k <= 40 ? 1 / k : 1600 / (k * k * k)
      })
    _ = update(&model, .spectraLoaded(id, DumpSpectra(bent)))
    type("11...40", into: &model)
    #expect(try #require(model.selected?.record.alpha) - 1 < 1e-9)
    #expect(model.screenRows().contains { $0.contains("α") && $0.contains("1.000") })
    type("45...100", into: &model)
    #expect(try abs(#require(model.selected?.record.alpha) - 3) < 1e-9)
    #expect(model.screenRows().contains { $0.contains("ranks") && $0.contains("45…100") })
  }

  @Test("The ends stay ranks, in their order, five of them, and within the features")
  func limits() {
    var model = openSpectrum()
    type("1...5", into: &model)
    for key in ["[", "]", "{"] {
      #expect(model.press(.character(Character(key))).isEmpty, "\(key) has nowhere to go")
    }
    type("250...256", into: &model)
    #expect(model.press(.character("}")).isEmpty)
  }

  @Test("A moves the ranks of this dump alone, and says so; A again moves all, which forgets that")
  func scope() throws {
    var model = openSpectrum()
    let id = try #require(model.selected?.record.id)
    #expect(model.screenRows().contains { $0.contains("keys move") && $0.contains("all dumps") })
    model.press(.character("A"))
    #expect(model.screenRows().contains { $0.contains("keys move") && $0.contains("this dump") })
    let own = try #require(FitRange(first: 12, last: 100))
    #expect(model.press(.character("]")) == [.fit(FitSettings(range: own), to: id)])
    #expect(model.fits.standard.range == .standard && model.fits.settings(of: id).range == own)
    #expect(model.screenRows().contains { $0.contains("12…100 (only here)") })
    model.press(.character("A"), .character("}"))
    #expect(model.dumps.records.allSatisfy { !model.fits.isOwn($0.id) })
    #expect(model.fits.standard.range == FitRange(first: 12, last: 101))
  }

  @Test("A result of the engine does not undo newer ranks of a spectrum that is at hand")
  func overtaken() throws {
    var model = openSpectrum()
    let old = try #require(model.selected?.record)
    model.press(.character("]"))
    let moved = model
    _ = update(&model, .engine(.refitted(old), at: SampleSweep.time))
    #expect(model == moved)
  }

  @Test("Ranks that are moved before the spectrum has come are fitted when it comes")
  func movedBeforeLoaded() throws {
    var model = SampleSweep.model(columns: 120, rows: 40)
    model.screens.resume(.spectrum)
    let id = try #require(model.selected?.record.id)
    #expect(model.spectra.requested == id)
    model.press(.character("]"))
    _ = update(&model, .spectraLoaded(id, SampleSweep.spectra(of: id)))
    #expect(model.selected?.record.summary?.fit?.range == FitRange(first: 12, last: 100))
  }

  @Test("In the prompt every printable key is text, a wrong text says why, and Esc leaves the ranks as they were")
  func prompt() throws {
    var model = openSpectrum()
    model.press(.character("r"))
    #expect(model.input.prompt?.text == "11...100")
    model.press(.control("u"), .character("q"), .character("?"), .character("2"), .enter)
    #expect(model.input.prompt?.text == "q?2")
    #expect(model.screenRows().last?.contains("write first...last, as in 11...100") == true)
    model.press(.backspace)
    #expect(model.input.prompt?.error == nil, "the complaint goes when the text changes")
    model.press(.escape)
    #expect(model.input.prompt == nil && model.fits.standard.range == .standard && model.screen == .spectrum)
    model.press(.character("r"))
    #expect(model.press(.control("c")) == [.quit])
  }

  private func openSpectrum() -> Model {
    var model = SampleSweep.model(columns: 120, rows: 40)
    model.press(.down, .character("2"))
    return model
  }

  private func type(_ range: String, into model: inout Model) {
    model.press(.character("r"), .control("u"))
    for character in range { model.press(.character(character)) }
    model.press(.enter)
  }
}
