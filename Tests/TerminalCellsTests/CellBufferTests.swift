import FrameSnapshots
import TerminalCells
import Testing

@Suite("Cell buffer")
struct CellBufferTests {
  @Test("Text is clipped at the limit and the column after it is returned")
  func clipping() {
    var buffer = CellBuffer(width: 6, height: 2)
    #expect(buffer.write("abcdef", x: 0, y: 0, within: Rect(x: 1, y: 0, width: 3, height: 1)) == 4)
    #expect(buffer.text(row: 0) == " bcd")
    #expect(buffer.write("x", x: 0, y: 5) == 0)
    #expect(buffer.text(row: 1).isEmpty)
  }

  @Test("A wide character takes two cells, and a space where only one of them fits")
  func wide() {
    var buffer = CellBuffer(width: 3, height: 1)
    #expect(buffer.write("界界", x: 0, y: 0) == 4)
    #expect(buffer[0, 0].character == "界")
    #expect(buffer[1, 0].isContinuation)
    #expect(buffer[2, 0].character == " ")
  }

  @Test("Overwriting half of a wide character leaves a space, not the other half", arguments: [0, 1])
  func halves(_ column: Int) {
    var buffer = CellBuffer(width: 4, height: 1)
    buffer.write("界", x: 0, y: 0)
    buffer.write("x", x: column, y: 0)
    #expect(buffer.text(row: 0) == (column == 0 ? "x" : " x"))
    #expect(!(0..<4).contains { buffer[$0, 0].isContinuation })
  }

  @Test("Filling over half of a wide character leaves a space, not the other half")
  func filledHalves() {
    var buffer = CellBuffer(width: 6, height: 1)
    buffer.write("界a界", x: 0, y: 0)
    buffer.fill(Rect(x: 1, y: 0, width: 3, height: 1), with: Cell("-"))
    #expect(buffer.text(row: 0) == " ---")
  }

  @Test("Positions outside read as blank, and writing there changes nothing")
  func outside() {
    var buffer = CellBuffer(width: 2, height: 2)
    buffer[-1, 0] = Cell("x")
    buffer[2, 1] = Cell("x")
    #expect(buffer[9, 9] == .blank)
    #expect(buffer == CellBuffer(width: 2, height: 2))
    #expect(CellBuffer(width: -1, height: 3).cells.isEmpty)
  }

  @Test("A snapshot has the rows, then the runs of one style")
  func snapshot() {
    var buffer = CellBuffer(width: 8, height: 2)
    buffer.write("alpha", x: 0, y: 0, style: Style(foreground: .palette(4), attributes: .bold))
    buffer.write("1", x: 6, y: 0)
    buffer.write("界", x: 1, y: 1, style: Style(foreground: .rgb(255, 8, 0), background: .palette(9)))
    #expect(
      buffer.snapshot() == """
        8×2
        │alpha 1│
        │ 界│
        0, 0…4, blue bold
        1, 1…2, #ff0800 on bright red

        """)
  }
}
