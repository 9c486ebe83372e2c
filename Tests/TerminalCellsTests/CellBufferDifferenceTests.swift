import TerminalCells
import NumericalTesting
import Testing

@Suite("Difference of buffers")
struct CellBufferDifferenceTests {
  @Test("Equal buffers differ in nothing")
  func equal() {
    var buffer = CellBuffer(width: 5, height: 2)
    buffer.write("ab界", x: 0, y: 1)
    #expect(buffer.difference(from: buffer).isEmpty)
  }

  @Test("Neighbouring changes of a row are one run, in reading order")
  func runs() {
    let earlier = CellBuffer(width: 8, height: 2)
    var buffer = earlier
    buffer.write("ab", x: 1, y: 0)
    buffer.write("c", x: 6, y: 0)
    buffer.write("d", x: 0, y: 1)
    let runs = buffer.difference(from: earlier)
    #expect(runs.map(\.x) == [1, 6, 0])
    #expect(runs.map(\.y) == [0, 0, 1])
    #expect(runs.map(\.cells.count) == [2, 1, 1])
  }

  @Test("A style alone is a change")
  func style() {
    let earlier = CellBuffer(width: 3, height: 1)
    var buffer = earlier
    buffer.restyle(Rect(x: 1, y: 0, width: 1, height: 1)) { $0.attributes = .reverse }
    #expect(buffer.difference(from: earlier).map(\.x) == [1])
  }

  @Test("A wide character is drawn whole when only its right half changed")
  func wholeWideCharacters() {
    var earlier = CellBuffer(width: 4, height: 1)
    earlier[1, 0] = Cell("界")
    var buffer = earlier
    buffer[2, 0] = Cell(nil)
    let runs = buffer.difference(from: earlier)
    #expect(runs.map(\.x) == [1])
    #expect(runs.map(\.cells.count) == [2])
  }

  @Test("Buffers of different sizes have nothing in common")
  func sizes() {
    let runs = CellBuffer(width: 3, height: 2).difference(from: CellBuffer(width: 2, height: 3))
    #expect(runs.map(\.cells.count) == [3, 3])
    #expect(CellBuffer(width: 0, height: 2).difference(from: CellBuffer(width: 1, height: 1)).isEmpty)
  }

  @Test("Drawing the difference over the earlier buffer gives the later one", arguments: 0..<20)
  func reproduces(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let earlier = Self.scribble(&random)
    let later = Self.scribble(&random)
    var drawn = earlier
    for run in later.difference(from: earlier) {
      for (offset, cell) in run.cells.enumerated() { drawn[run.x + offset, run.y] = cell }
    }
    #expect(drawn == later)
  }

  private static func scribble(_ random: inout SeededGenerator) -> CellBuffer {
    var buffer = CellBuffer(width: 12, height: 3)
    for _ in 0..<6 {
      let text = ["界", "ab", "e\u{301}", "x界y"].randomElement(using: &random) ?? ""
      buffer.write(text, x: Int.random(in: -1..<12, using: &random), y: Int.random(in: 0..<3, using: &random))
    }
    return buffer
  }
}
