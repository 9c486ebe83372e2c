import ChartCells
import Charts
import TerminalCells
import Testing

@Suite("Points that share cells")
struct SharedPointTests {
  /// The style of the cell that holds so many points of each mark.
  private func style(_ counts: [Int], names: [String?], theme: Theme = exactColors, depth: ColorDepth) throws -> Style {
    let point = DataPoint(x: 5, y: 5)
    let marks = zip(counts, names).map {
      Mark(.points(Array(repeating: point, count: $0)), role: .series(0), name: $1)
    }
    let chart = unitChart(marks)
    let drawn = draw(chart, width: 60, height: 20, theme: theme, depth: depth)
    let cell = try #require(plotGeometry(chart, in: drawn.bounds).cell(of: point))
    #expect(drawn[cell.x, cell.y].character == "●")
    return drawn[cell.x, cell.y].style
  }

  @Test("The more points, the stronger the shade behind the marker")
  func shades() throws {
    let counts = [1, 2, 4, 20]
    var reds: [UInt8] = []
    for count in counts {
      let background = try style([count], names: ["a"], depth: .trueColor).background
      if case .rgb(let red, _, _) = background { reds.append(red) } else { reds.append(0) }
    }
    #expect(reds == reds.sorted() && Set(reds).count == 4 && reds[0] == 0)
  }

  @Test("Without colours the marker is bold, then reversed", arguments: [ColorDepth.none, .ansi16])
  func attributes(depth: ColorDepth) throws {
    let found = try [1, 2, 3].map { try style([$0], names: ["a"], depth: depth).attributes }
    #expect(found == [[], .bold, [.bold, .reverse]])
  }

  @Test("Points of several marks count together, but not those that only repeat others")
  func together() throws {
    #expect(try style([1, 1], names: ["a", "b"], depth: .none).attributes == .bold)
    #expect(try style([1, 1], names: ["a", nil], depth: .none).attributes == [])
  }
}
