import ChartCells
import Charts
import Testing

@Suite("Sparklines")
struct SparklineTests {
  @Test("Equal ratios are equal steps")
  func logarithmic() {
    #expect(Sparkline().text([1e4, 1e3, 100, 10, 1], width: 9) == "█▇▅▃▁")
    #expect(Sparkline(kind: .linear).text([0, 1, 2, 3, 4, 5, 6, 7], width: 9) == "▁▂▃▄▅▆▇█")
  }

  @Test("More values than columns are averaged in equal shares")
  func shares() {
    #expect(Sparkline(kind: .linear).text([0, 0, 8, 8, 0, 0], width: 3) == "▁█▁")
    #expect(Sparkline().text((1...256).map { 1 / Double($0) }, width: 9).count == 9)
  }

  @Test("What the scale cannot show is blank")
  func blank() {
    #expect(Sparkline().text([10, 0, .nan, 1], width: 4) == "█  ▁")
    #expect(Sparkline().text([0, -1], width: 4) == "  ")
    #expect(Sparkline().text([], width: 4) == "")
    #expect(Sparkline().text([1, 2], width: -3) == "")
  }

  @Test("Rows on a shared scale are comparable, and what exceeds it stays at its end")
  func sharedScale() {
    let scale = Scale(.logarithmic, from: 1, to: 1e7)
    #expect(Sparkline().text([1e9, 10, 0.1], width: 3, scale: scale) == "█▂▁")
  }

  @Test("ASCII terminals get ASCII")
  func ascii() {
    #expect(Sparkline(kind: .linear, canvas: .ascii).text([0, 1, 2, 3, 4, 5, 6, 7], width: 8) == "_.:-=+*#")
  }
}
