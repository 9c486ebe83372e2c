import CVTerm

/// A terminal in memory (libvterm): bytes of a program go in, a screen comes out.
final class TerminalEmulator {
  private(set) var columns: Int
  private(set) var rows: Int
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let properties: UnsafeMutablePointer<eigentop_terminal_properties>

  init(columns: Int, rows: Int) throws(SessionError) {
    guard let terminal = vterm_new(Int32(rows), Int32(columns)), let screen = vterm_obtain_screen(terminal) else {
      throw .cannotStart("libvterm made no terminal of \(columns)×\(rows)")
    }
    self.columns = columns
    self.rows = rows
    self.terminal = terminal
    self.screen = screen
    properties = .allocate(capacity: 1)
    properties.initialize(to: eigentop_terminal_properties())
    vterm_set_utf8(terminal, 1)
    vterm_screen_enable_altscreen(screen, 1)
    eigentop_watch_properties(screen, properties)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    properties.deallocate()
  }

  var isCursorVisible: Bool { properties.pointee.cursor_visible }
  var isAlternateScreen: Bool { properties.pointee.alternate_screen }
  var mouseMode: MouseMode { MouseMode(rawValue: Int(properties.pointee.mouse)) ?? .off }
  /// Whether keypad mode is on: cursor keys are sent as `ESC O` then.
  var isKeypadMode: Bool { encode(.up).starts(with: Array("\u{1b}O".utf8)) }

  /// Obeys what a program wrote.
  func receive(_ bytes: some Collection<UInt8>) {
    _ = bytes.withContiguousStorageIfAvailable { buffer in
      buffer.withMemoryRebound(to: CChar.self) { vterm_input_write(terminal, $0.baseAddress, $0.count) }
    }
  }

  /// What the terminal answers to questions of the program.
  func takeAnswers() -> [UInt8] {
    var answers: [UInt8] = []
    var chunk = [CChar](repeating: 0, count: 256)
    while true {
      let count = vterm_output_read(terminal, &chunk, chunk.count)
      if count == 0 { return answers }
      answers += chunk.prefix(count).map { UInt8(bitPattern: $0) }
    }
  }

  /// The bytes that moving the mouse, or a button of it, sends now. (libvterm itself does not ask whether any are wanted.)
  func moveMouse(column: Int, row: Int) -> [UInt8] {
    guard mouseMode != .off else { return [] }
    vterm_mouse_move(terminal, Int32(row), Int32(column), VTERM_MOD_NONE)
    return takeAnswers()
  }

  func setButton(_ button: Int, isDown: Bool) -> [UInt8] {
    guard mouseMode != .off else { return [] }
    vterm_mouse_button(terminal, Int32(button), isDown, VTERM_MOD_NONE)
    return takeAnswers()
  }

  /// The bytes that pasting a text sends now: between brackets if the program asked for them.
  func paste(_ text: String) -> [UInt8] {
    vterm_keyboard_start_paste(terminal)
    let begin = takeAnswers()
    vterm_keyboard_end_paste(terminal)
    return begin + Array(text.utf8) + takeAnswers()
  }

  /// The bytes that a key sends now.
  func encode(_ key: TerminalKey) -> [UInt8] {
    vterm_keyboard_key(terminal, key.code, key.modifier)
    return takeAnswers()
  }

  func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  func cell(column: Int, row: Int) -> EmulatedCell? {
    var cell = VTermScreenCell()
    let position = VTermPos(row: Int32(row), col: Int32(column))
    guard (0..<columns).contains(column), (0..<rows).contains(row),
      vterm_screen_get_cell(screen, position, &cell) != 0
    else { return nil }
    return EmulatedCell(
      text: Self.text(of: cell), width: Int(cell.width), foreground: Self.color(cell.fg),
      background: Self.color(cell.bg), isBold: cell.attrs.bold != 0, isUnderlined: cell.attrs.underline != 0,
      isReversed: cell.attrs.reverse != 0)
  }

  /// A row, without spaces at its end. Asked for whole, for it is asked for often.
  func text(row: Int) -> String {
    let area = VTermRect(start_row: Int32(row), end_row: Int32(row + 1), start_col: 0, end_col: Int32(columns))
    // Six characters a cell at most, of four bytes.
    let bytes = [UInt8](unsafeUninitializedCapacity: columns * 24) { buffer, count in
      buffer.withMemoryRebound(to: CChar.self) { buffer in
        count = vterm_screen_get_text(screen, buffer.baseAddress, buffer.count, area)
      }
    }
    let end = bytes.lastIndex { $0 != UInt8(ascii: " ") } ?? -1
    return String(decoding: bytes[...end], as: UTF8.self)
  }

  private static func text(of cell: VTermScreenCell) -> String {
    // libvterm marks the right half of a wide character so.
    if cell.chars.0 == UInt32.max { return "" }
    var text = String.UnicodeScalarView()
    withUnsafeBytes(of: cell.chars) { bytes in
      for value in bytes.bindMemory(to: UInt32.self).prefix(while: { $0 != 0 }) {
        text.append(Unicode.Scalar(value) ?? "\u{fffd}")
      }
    }
    return text.isEmpty ? " " : String(text)
  }

  private static func color(_ color: VTermColor) -> EmulatedColor {
    if eigentop_is_default(color) { return .terminalDefault }
    if eigentop_is_indexed(color) { return .palette(Int(color.indexed.idx)) }
    return .rgb(color.rgb.red, color.rgb.green, color.rgb.blue)
  }
}
