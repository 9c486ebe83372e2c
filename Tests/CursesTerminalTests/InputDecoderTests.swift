import TerminalCells
import Testing

@testable import CursesTerminal

@Suite("Telling keys from answers")
struct InputDecoderTests {
  /// All events of inputs that come in pieces, with a pause after each piece.
  private func events(
    _ pieces: [String], awaitingAnswers: Bool = false, then key: Int32? = nil
  ) -> [InputDecoder.Event] {
    var decoder = InputDecoder()
    if awaitingAnswers { decoder.expectAnswers() }
    var events: [InputDecoder.Event] = []
    for piece in pieces {
      for scalar in piece.unicodeScalars { events += decoder.take(.scalar(scalar)) }
      events += decoder.pause()
    }
    if let key { events += decoder.take(.code(key)) }
    return events
  }

  private let white = InputDecoder.Event.answer(.background(luminance: 1))

  @Test(
    "An answer is no key, however it is split, as long as it was asked for",
    arguments: ["\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\", "\u{1b}]11;rgb:ff/ff/ff\u{7}", "\u{1b}]11;rgba:f/f/f/f\u{9c}"])
  func splitAnswers(_ answer: String) {
    let scalars = Array(answer.unicodeScalars).map(String.init)
    for cut in 0...scalars.count {
      let pieces = [scalars.prefix(cut).joined(), scalars.dropFirst(cut).joined() + "j"]
      // Esc alone has to be a key after a while; the rest of the answer never is.
      let escape: [InputDecoder.Event] = cut == 1 ? [.key(.escape)] : []
      #expect(events(pieces, awaitingAnswers: true) == escape + [white, .key(.character("j"))], "cut at \(cut)")
      if cut > 2 { #expect(events(pieces) == [white, .key(.character("j"))], "late, cut at \(cut)") }
    }
    #expect(events(scalars, awaitingAnswers: true) == [.key(.escape), white])
  }

  @Test(
    "What the terminal says unasked is dropped whole",
    arguments: [
      "\u{1b}]4;1;rgb:cd/00/00\u{7}", "\u{1b}]52;c;aGVsbG8=\u{1b}\\", "\u{1b}P1$r0m\u{1b}\\",
      "\u{1b}P>|tool 1.2\u{1b}\\",
      "\u{1b}[?1;2;4S", "\u{1b}[12;40R", "\u{1b}[8;24;80t", "\u{1b}[I", "\u{1b}]11;nonsense\u{7}", "\u{1b}[?2004;1$y",
    ])
  func unknown(_ text: String) {
    #expect(events(["a" + text + "b"]) == [.key(.character("a")), .key(.character("b"))])
  }

  @Test("Modes and attributes are understood")
  func otherAnswers() {
    #expect(events(["\u{1b}[?2026;2$y"]) == [.answer(.synchronizedUpdates(true))])
    #expect(events(["\u{1b}[?2026;0$y"]) == [.answer(.synchronizedUpdates(false))])
    #expect(events(["\u{1b}[?2026;4$y"]) == [.answer(.synchronizedUpdates(false))])
    #expect(events(["\u{1b}[?64;1;2c"]) == [.answer(.deviceAttributes)])
  }

  @Test("The luminance weighs green most, and is linear in light")
  func luminance() throws {
    #expect(TerminalAnswer(operatingSystemCommand: "11;rgb:0000/0000/0000") == .background(luminance: 0))
    guard case .background(let grey) = TerminalAnswer(operatingSystemCommand: "11;rgb:8080/8080/8080"),
      case .background(let green) = TerminalAnswer(operatingSystemCommand: "11;rgb:0/f/0")
    else {
      Issue.record("these are colours")
      return
    }
    #expect(abs(grey - 0.2159) < 0.001)
    #expect(abs(green - 0.7152) < 0.001)
    #expect(TerminalAnswer(operatingSystemCommand: "11;rgb:0000/0000") == nil)
    #expect(TerminalAnswer(operatingSystemCommand: "10;rgb:ff/ff/ff") == nil)
    #expect(TerminalAnswer(operatingSystemCommand: "11;rgb:xx/ff/ff") == nil)
  }

  @Test(
    "Buttons, drags and wheels come with their cell, whatever key is held, and however they are split",
    arguments: [
      ("<0;1;1M", .press(.left), 0, 0), ("<1;12;7M", .press(.middle), 11, 6), ("<2;300;90m", .release(.right), 299, 89),
      ("<32;5;6M", .drag(.left), 4, 5), ("<64;5;6M", .wheelUp, 4, 5), ("<65;5;6M", .wheelDown, 4, 5),
      ("<66;5;6M", .wheelLeft, 4, 5), ("<67;5;6M", .wheelRight, 4, 5), ("<20;5;6M", .press(.left), 4, 5),
      ("<81;5;6M", .wheelDown, 4, 5),
    ] as [(String, MouseEvent.Kind, Int, Int)])
  func mouse(_ sequence: String, _ kind: MouseEvent.Kind, _ column: Int, _ row: Int) {
    let event = InputDecoder.Event.input(.mouse(MouseEvent(kind, column: column, row: row)))
    #expect(events(["\u{1b}[" + sequence + "j"]) == [event, .key(.character("j"))])
    #expect(events(["\u{1b}[" + sequence.prefix(3), String(sequence.dropFirst(3))]) == [event])
  }

  @Test(
    "What is no event of the mouse is dropped whole",
    arguments: [
      "<0;0;1M", "<0;1M", "<0;1;1;1M", "<999;1;1M", "<0;1;99999999999999999999M", "<35;1;1M", "<;;M", "<3;1;1M",
    ])
  func noMouse(_ sequence: String) {
    #expect(events(["\u{1b}[" + sequence + "j"]) == [.key(.character("j"))])
  }

  @Test("Pasted text comes whole, however it is split, and its ends of line and letters are no keys")
  func paste() {
    let pasted = InputDecoder.Event.input(.paste("/data\tq\r\nB界"))
    let stream = "\u{1b}[200~/data\tq\r\nB界\u{1b}[201~j"
    #expect(events([stream]) == [pasted, .key(.character("j"))])
    let begin = "\u{1b}[200~"
    let pieces = [begin] + stream.dropFirst(begin.count).unicodeScalars.map { String($0) }
    #expect(events(pieces) == [pasted, .key(.character("j"))])
    #expect(events(["\u{1b}[200~a\u{1b}[31mb\u{1b}xc\u{1b}\u{1b}[201~"]) == [.input(.paste("abc"))])
    #expect(events(["\u{1b}[200~\u{1b}[201~"]) == [.input(.paste(""))])
  }

  @Test("A paste that never ends holds a bounded text, and Ctrl-C gets out of it")
  func endlessPaste() {
    let found = events(["\u{1b}[200~" + String(repeating: "a", count: 100_000), "\u{3}", "q"])
    #expect(found == [.key(.control("c")), .key(.character("q"))])
    let long = events(["\u{1b}[200~" + String(repeating: "a", count: 100_000) + "\u{1b}[201~"])
    #expect(long == [.input(.paste(String(repeating: "a", count: 4096)))])
  }

  @Test("Esc and Alt are keys after a pause")
  func escapes() {
    #expect(events(["\u{1b}"]) == [.key(.escape)])
    #expect(events(["\u{1b}\u{1b}"]) == [.key(.escape), .key(.escape)])
    #expect(events(["\u{1b}x"]) == [.key(.alt(.character("x")))])
    #expect(events(["\u{1b}]"]) == [.key(.alt(.character("]")))])
    #expect(events(["\u{1b}["]) == [.key(.alt(.character("[")))])
    #expect(events(["\u{1b}P"]) == [.key(.alt(.character("P")))])
    #expect(events(["\u{1b}]j"]) == [.key(.alt(.character("]"))), .key(.character("j"))])
  }

  @Test("While answers are awaited brackets after Esc are still keys, as soon as they cannot be an answer")
  func bracketsWhileWaiting() {
    let keys: [InputDecoder.Event] = [.key(.escape), .key(.character("]")), .key(.character("j"))]
    #expect(events(["\u{1b}", "]", "j"], awaitingAnswers: true) == keys)
    #expect(events(["\u{1b}", "["], awaitingAnswers: true) == [.key(.escape)])
    #expect(
      events(["\u{1b}", "[", "["], awaitingAnswers: true)
        == [.key(.escape), .key(.character("[")), .key(.character("["))])
    #expect(events(["\u{1b}[?1c", "\u{1b}", "]"], awaitingAnswers: true).last == .key(.character("]")))
  }

  @Test("A sequence that never ends takes no control character, no named key and no second Esc sequence with it")
  func unfinished() {
    #expect(events(["\u{1b}]11;rgb:", "\u{3}"]) == [.key(.control("c"))])
    #expect(events(["\u{1b}[?20", "\u{3}q"]) == [.key(.control("c")), .key(.character("q"))])
    #expect(events(["\u{1b}]11;rgb:"], then: 0o402) == [.key(.down)])
    #expect(events(["\u{1b}]11;rgb:\u{1b}x"]) == [.key(.alt(.character("x")))])
    #expect(events(["\u{1b}]11;" + String(repeating: "x", count: 5000), "q"]).last == .key(.character("q")))
  }
}
