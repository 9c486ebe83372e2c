import TerminalCells

/// Tells keys, the mouse, and what the terminal itself says from one another.
///
/// All come in one stream, in pieces of any size. What is no key is a sequence that begins with Esc and ends by its own
/// rules (ECMA-48), so once begun it is followed across pauses; unknown ones are dropped whole. Only its first two
/// characters could be keys too (Esc, Alt-[, Alt-]): after a pause they are, unless answers are still on their way.
struct InputDecoder {
  enum Input: Equatable {
    case scalar(Unicode.Scalar)
    /// A key code of ncurses.
    case code(Int32)

    var key: KeyEvent? {
      switch self {
      case .scalar(let scalar): KeyEvent(scalar: scalar)
      case .code(let code): KeyEvent(keyCode: code)
      }
    }
  }

  enum Event: Equatable {
    case input(InputEvent)
    case answer(TerminalAnswer)

    static func key(_ key: KeyEvent) -> Event { .input(.key(key)) }
  }

  /// Whether the terminal was asked and may yet answer.
  private(set) var awaitsAnswers = false

  /// What a sequence is, by the character after Esc.
  private enum Introducer: Unicode.Scalar {
    case control = "["
    case operatingSystem = "]"
    case device = "P"

    var isString: Bool { self != .control }
  }

  private struct Sequence {
    var introducer: Introducer
    /// The Esc before it was taken for a key: the pause after it was too long.
    var isLate = false
    var body = ""
    /// The last character was an Esc, which begins the end of a string.
    var isEnding = false

    /// The key that this would be if it were none.
    var key: KeyEvent {
      let key = KeyEvent(scalar: introducer.rawValue)
      return isLate ? key : .alt(key)
    }
  }

  private enum State {
    case keys
    /// Esc came.
    case escape
    /// Esc came, and a pause, while answers were awaited: it was given out as a key.
    case lateEscape
    case sequence(Sequence)
    case paste(BracketedPaste)
  }

  private var state = State.keys
  /// Longer sequences are none: somebody types.
  private static let longest = 4096

  /// From now on answers may come, the last of which is `deviceAttributes`.
  mutating func expectAnswers() { awaitsAnswers = true }

  /// Takes the next input, and returns what is complete by it.
  mutating func take(_ input: Input) -> [Event] {
    if case .paste(let paste) = state { return take(input, in: paste) }
    guard case .scalar(let scalar) = input else { return takeKey(input) }
    switch state {
    case .keys:
      if scalar != "\u{1b}" { return takeKey(input) }
      state = .escape
      return []
    case .escape:
      if scalar == "\u{1b}" { return [.key(.escape)] }
      guard let introducer = Introducer(rawValue: scalar) else { return takeKey(input) }
      state = .sequence(Sequence(introducer: introducer))
      return []
    case .lateEscape:
      state = .keys
      guard awaitsAnswers, let introducer = Introducer(rawValue: scalar), introducer != .device else {
        return take(input)
      }
      state = .sequence(Sequence(introducer: introducer, isLate: true))
      return []
    case .sequence(let sequence):
      return take(scalar, in: sequence)
    case .paste(let paste):
      return take(input, in: paste)
    }
  }

  /// The input has paused, so what has begun and could be a key is one.
  mutating func pause() -> [Event] {
    switch state {
    case .escape:
      state = awaitsAnswers ? .lateEscape : .keys
      return [.key(.escape)]
    case .sequence(let sequence) where sequence.body.isEmpty && !sequence.isEnding && !awaitsAnswers:
      state = .keys
      return [.key(sequence.key)]
    case .keys, .lateEscape, .sequence, .paste:
      return []
    }
  }

  /// Named keys are no text. Ctrl-C ends a paste whose end was lost, and is a key.
  private mutating func take(_ input: Input, in paste: BracketedPaste) -> [Event] {
    guard case .scalar(let scalar) = input else { return [] }
    if scalar == "\u{3}" { return takeKey(input) }
    var paste = paste
    let isComplete = paste.take(scalar)
    state = isComplete ? .keys : .paste(paste)
    return isComplete ? [.input(.paste(paste.text))] : []
  }

  /// A key that belongs to no sequence; one that had begun is given up.
  private mutating func takeKey(_ input: Input) -> [Event] {
    defer { state = .keys }
    guard let key = input.key else { return [] }
    switch state {
    case .escape: return [.key(.alt(key))]
    case .sequence(let sequence) where sequence.body.isEmpty && !sequence.isEnding:
      return [.key(sequence.key), .key(key)]
    case .keys, .lateEscape, .sequence, .paste: return [.key(key)]
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar, in sequence: Sequence) -> [Event] {
    var sequence = sequence
    if sequence.isEnding {
      if scalar == "\\" { return finish(sequence) }
      // Another Esc sequence began, and this one will have no end.
      state = .escape
      return take(.scalar(scalar))
    }
    switch scalar {
    case "\u{1b}":
      sequence.isEnding = sequence.introducer.isString
      state = sequence.isEnding ? .sequence(sequence) : .escape
      return []
    case "\u{7}" where sequence.introducer.isString, "\u{9c}" where sequence.introducer.isString:
      return finish(sequence)
    case "\u{0}"..<"\u{20}", "\u{7f}":
      return takeKey(.scalar(scalar))
    default:
      // All that terminals say begins with a parameter; a late control sequence must be one that was asked for.
      let isPlausible =
        sequence.introducer.isString ? ("\u{20}"..."\u{3f}").contains(scalar) : !sequence.isLate || scalar == "?"
      if sequence.body.isEmpty && !isPlausible || sequence.body.utf8.count > Self.longest {
        return takeKey(.scalar(scalar))
      }
      sequence.body.unicodeScalars.append(scalar)
      if !sequence.introducer.isString, !("\u{20}"..."\u{3f}").contains(scalar) { return finish(sequence) }
      state = .sequence(sequence)
      return []
    }
  }

  private mutating func finish(_ sequence: Sequence) -> [Event] {
    state = .keys
    if sequence.introducer == .control, let mouse = MouseEvent(controlSequence: sequence.body) {
      return [.input(.mouse(mouse))]
    }
    if sequence.introducer == .control, sequence.body == BracketedPaste.begin {
      state = .paste(BracketedPaste())
      return []
    }
    let answer: TerminalAnswer? =
      switch sequence.introducer {
      case .control: TerminalAnswer(controlSequence: sequence.body)
      case .operatingSystem: TerminalAnswer(operatingSystemCommand: sequence.body)
      case .device: nil
      }
    if answer == .deviceAttributes { awaitsAnswers = false }
    return answer.map { [.answer($0)] } ?? []
  }
}
