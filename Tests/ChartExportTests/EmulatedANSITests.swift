import ChartExport
import FileFixtures
import Foundation
import TerminalCells
import TerminalEmulation
import Testing

@Suite("ANSI on a terminal")
struct EmulatedANSITests {
  /// Every kind of colour and attribute, wide characters, and a row to its last column.
  private static var buffer: CellBuffer {
    var buffer = CellBuffer(width: 40, height: 6)
    let colors: [Color] = [.terminalDefault, .palette(1), .palette(12), .palette(200), .rgb(1, 200, 3)]
    for (x, foreground) in colors.enumerated() {
      for (y, background) in colors.enumerated() {
        let attributes = Style.Attributes(rawValue: UInt8((x + y) % 16)).subtracting(.dim)
        buffer.write(
          "⣿漢α─", x: x * 7, y: y, style: Style(foreground: foreground, background: background, attributes: attributes))
      }
    }
    buffer.write(String(repeating: "x", count: 40), x: 0, y: 5, style: Style(background: .rgb(9, 9, 9)))
    return buffer
  }

  @Test("What a terminal shows of the text is the buffer, cell by cell", .timeLimit(.minutes(15)))
  func same() throws {
    let buffer = Self.buffer
    let directory = try TemporaryDirectory()
    let file = try directory.write(buffer.ansiText, to: "buffer.ansi")
    let session = try TerminalSession("/bin/cat", arguments: [file.string], columns: 40, rows: 8)
    _ = try session.waitUntilEnded()
    for y in 0..<buffer.height {
      for x in 0..<buffer.width {
        let (cell, shown) = (buffer[x, y], try #require(session.cell(x, y)))
        #expect(shown.text == cell.character.map(String.init) ?? "", "\(x), \(y)")
        // The right half of a wide character has no style of its own in libvterm.
        guard !cell.isContinuation else { continue }
        #expect(shown.foreground == EmulatedColor(cell.style.foreground), "\(x), \(y)")
        #expect(shown.background == EmulatedColor(cell.style.background), "\(x), \(y)")
        #expect(shown.isBold == cell.style.attributes.contains(.bold))
        #expect(shown.isUnderlined == cell.style.attributes.contains(.underline))
        #expect(shown.isReversed == cell.style.attributes.contains(.reverse))
      }
    }
  }
}

extension EmulatedColor {
  fileprivate init(_ color: Color) {
    switch color {
    case .terminalDefault: self = .terminalDefault
    case .palette(let index): self = .palette(Int(index))
    case .rgb(let red, let green, let blue): self = .rgb(red, green, blue)
    }
  }
}
