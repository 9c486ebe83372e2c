import Analysis
import DashboardFixtures
import Spectra
import Testing

@testable import Dashboard

@Suite("The smaller parts of the dashboard's model")
struct ModelPartTests {
  @Test("The model joins twenty values at most: what belongs together is a value of its own")
  func width() {
    #expect(Mirror(reflecting: Model(title: "", columns: 80, rows: 24)).children.count <= 20)
  }

  @Test("Esc leads to the screen before, and from there to the models")
  func screens() {
    var screens = ScreenTrail()
    let moved = [Screen.scatter, .scatter, .timeline].map { screens.go(to: $0) }
    #expect(moved == [true, false, true] && screens.open == .timeline && screens.back == .scatter)
    _ = screens.go(to: screens.back)
    #expect(screens.back == .timeline)
    _ = screens.go(to: .models)
    #expect(screens.back == .models)
  }

  @Test("A dump keeps its own fit until all are fitted otherwise")
  func fits() throws {
    let ids = GridSweep.records.prefix(2).map(\.id)
    var fits = FitChoices(FitSettings())
    var own = FitSettings()
    own.range = try #require(FitRange(first: 5, last: 50))
    fits.set(own, of: ids[0])
    #expect(fits.settings(of: ids[0]) == own && fits.settings(of: ids[1]) == FitSettings())
    #expect(fits.isOwn(ids[0]) && !fits.isOwn(ids[1]))
    fits.setAll(FitSettings())
    #expect(!fits.isOwn(ids[0]) && fits.settings(of: ids[0]) == FitSettings())
  }

  @Test("A hundred views can be had back, the newest first")
  func history() {
    var history = ViewHistory()
    for number in 0..<120 {
      var view = ViewState()
      view.parallel = number
      history.append(view)
    }
    #expect(history.count == 100)
    var parallels: [Int] = []
    while let view = history.undo() { parallels.append(view.parallel) }
    #expect(parallels == (20..<120).reversed())
  }

  @Test("Filters are gone through from the newest to the oldest and back to a new one; the same twice stands once")
  func filters() {
    var filters = FilterInput()
    let nothing = filters.recall(-1)
    #expect(nothing == nil)
    for text in ["a", "b", "a", "  "] { filters.note(text) }
    #expect(filters.last == "a")
    filters.begin()
    let texts = [-1, -1, -1, 1, 1].map { filters.recall($0) }
    #expect(texts == ["a", "b", "b", "a", ""])
  }

  @Test("A spectrum is asked for once until it comes, or its dump goes")
  func spectra() {
    var spectra = SpectrumCache()
    let ids = GridSweep.records.prefix(2).map(\.id)
    let first = spectra.request(ids[0])
    let second = spectra.request(ids[0])
    #expect(first && !second)
    spectra.endRequest(of: ids[1])
    #expect(spectra.requested == ids[0])
    spectra.endRequest(of: ids[0])
    #expect(spectra.requested == nil)
  }
}
