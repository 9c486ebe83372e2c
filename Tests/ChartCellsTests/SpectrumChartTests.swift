import ChartCells
import Charts
import TerminalCells
import FrameSnapshots
import Testing

@Suite("The chart of a spectrum")
struct SpectrumChartTests {
  private let buffer = draw(harmonicSpectrum, width: 80, height: 20)
  private let geometry = plotGeometry(harmonicSpectrum, in: Rect(x: 0, y: 0, width: 80, height: 20))

  @Test("It looks as committed")
  func snapshot() throws {
    #expect(try buffer.snapshot() == buffer.committedSnapshot("spectrum-80x20"))
  }

  @Test("The plot area is what labels, axes and titles leave: 74 columns, 16 rows")
  func plotArea() {
    #expect(geometry.plot == Rect(x: 6, y: 1, width: 74, height: 16))
  }

  @Test("λ₁ is in the first column, λ₁₀₀ in column 67, both in the row of their value")
  func knownCells() throws {
    // log 100 / log 256 · 74 = 61.45 columns; log 1000 / log 1500 · 16 = 15.11 and log 10 / log 1500 · 16 = 5.04 rows.
    let first = try #require(geometry.cell(of: DataPoint(x: 1, y: 1)))
    #expect(first == (6, 1))
    let hundredth = try #require(geometry.cell(of: DataPoint(x: 100, y: 0.01)))
    #expect(hundredth == (67, 11))
    #expect(buffer[6, 1].character?.brailleDots != 0)
    #expect(buffer[67, 11].character?.brailleDots != 0)
  }

  @Test("Ticks of decades stand in the cells of 1, 10 and 100 and of 1, 10⁻¹, 10⁻² and 10⁻³")
  func decadeTicks() {
    #expect((6..<80).filter { buffer[$0, 17].character == "┬" } == [6, 36, 67])
    #expect((1..<17).filter { buffer[5, $0].character == "┤" } == [1, 6, 11, 16])
    #expect([1, 10, 100].map(geometry.column) == [6, 36, 67])
    #expect([1, 0.1, 0.01, 0.001].map(geometry.row) == [1, 6, 11, 16])
    #expect(buffer[6, 18].character == "1")
    #expect(buffer.text(row: 6).hasPrefix("10⁻¹ ┤"))
  }

  @Test("Minor ticks stand in the cells of the integer multiples")
  func minorTicks() {
    let multiples = [2, 3, 4, 5, 6, 7, 8, 9, 20, 30, 40, 50, 60, 70, 80, 90, 200] as [Double]
    #expect((6..<80).filter { buffer[$0, 17].character == "┴" } == multiples.compactMap(geometry.column))
  }

  @Test("The edges of the fit range are rules at ranks 11 and 100")
  func fitRange() {
    for rank in [11.0, 100] {
      let column = geometry.column(of: rank) ?? -1
      #expect(buffer[column, 16].character == "┊")
      #expect(buffer[column, 2].character == "┊")
    }
  }

  @Test("With colours the fit range is shaded between these rules and nowhere else")
  func shading() {
    let buffer = draw(harmonicSpectrum, width: 80, height: 20, theme: threeColors, depth: .ansi16)
    let first = geometry.column(of: 11) ?? -1
    let last = geometry.column(of: 100) ?? -1
    let shaded = (0..<80).filter { buffer[$0, 8].style.background == .palette(2) }
    #expect(shaded == Array(first...last))
    #expect((0..<80).allSatisfy { buffer[$0, 17].style.background == .terminalDefault })
  }

  @Test("The curve is one straight line: every column has it in the row of k⁻¹")
  func straight() {
    for column in 6..<79 {
      let rank = geometry.data(atX: column, y: 8)?.x ?? .nan
      let row = geometry.row(of: 1 / rank) ?? -1
      #expect(buffer[column, row].character?.brailleDots != 0, "column \(column)")
    }
  }

  @Test("The legend is above the plot and names what is drawn")
  func legend() {
    #expect(buffer.text(row: 0).hasPrefix(" λ  ━● λ 0.00631   ╍ fit   ┊ fit range"))
    #expect(buffer.text(row: 0).hasSuffix("λₖ against rank k"))
  }

  @Test("ASCII means ASCII, in labels and legend too")
  func ascii() {
    let buffer = draw(harmonicSpectrum, width: 80, height: 20, canvas: .ascii)
    #expect(buffer.cells.allSatisfy { $0.character?.isASCII ?? true })
    #expect(buffer.text(row: 0).contains("lambda_k against rank k"))
    #expect((1..<17).contains { buffer.text(row: $0).hasPrefix("10^-1 +") })
  }
}
