import Charts
import TerminalCells

/// What the line of hints says, and where: what has just happened, then keys, as many as fit, then the ways to the others
/// and out.
struct FooterLayout {
  struct Hint {
    let binding: KeyBinding
    let key: String
    let text: String
    let place: Rect
  }

  /// What stands before the hints.
  let lead: [(text: String, role: UIRole)]
  let hints: [Hint]

  private static let gap = 3

  /// - Parameter typed: columns of the line that is being typed, which stands after the lead.
  init(_ model: Model, in rect: Rect, typed: Int = 0) {
    var lead: [(text: String, role: UIRole)] = []
    if let notice = model.input.notice?.text {
      lead.append(("\(notice)   ", model.input.notice?.isFailure == true ? .error : .ok))
    }
    if model.input.prompt == nil {
      switch model.input.chord {
      case .sort: lead.append(("sort by  ", .title))
      case .axes: lead.append(("logarithmic  ", .title))
      case nil: if model.input.overlays.last?.takesText == true { lead.append(("type to filter   ", .title)) }
      }
    }
    self.lead = lead
    let all = Self.possibleHints(model)
    func isExit(_ binding: KeyBinding) -> Bool { [.help, .quit].contains(binding.command) }
    func width(_ hint: (binding: KeyBinding, key: String, text: String)) -> Int {
      hint.key.displayWidth + 1 + hint.text.displayWidth
    }
    let exits = all.filter { isExit($0.binding) }
    let exitsWidth = exits.map(width).reduce(0) { $0 + $1 + Self.gap }
    let end = rect.maxX - max(0, exitsWidth - 2)
    let leadWidth = lead.map(\.text.displayWidth).reduce(0, +)
    let start = rect.x + 1 + leadWidth + typed
    var x = start
    var hints: [Hint] = []
    func place(_ hint: (binding: KeyBinding, key: String, text: String)) {
      let place = Rect(x: x, y: rect.y, width: width(hint), height: 1)
      hints.append(Hint(binding: hint.binding, key: hint.key, text: hint.text, place: place))
      x += width(hint) + Self.gap
    }
    for hint in all where !isExit(hint.binding) {
      guard x + width(hint) + Self.gap <= end else { break }
      place(hint)
    }
    // The air behind the last hint gives way.
    x = max(start, end)
    for exit in exits where x + width(exit) < rect.maxX { place(exit) }
    self.hints = hints
  }

  /// The first key that works here of every binding that has a hint. Where letters are text, they are no commands.
  private static func possibleHints(_ model: Model) -> [(binding: KeyBinding, key: String, text: String)] {
    let lettersAreText = model.input.overlays.last?.takesText == true && model.input.prompt == nil
    let isAtHome = model.input.overlays.isEmpty && model.screen == .models
    let contexts = model.keyContexts
    return model.keymap.bindings(in: contexts).compactMap { binding in
      guard let hint = binding.hint, binding.command != .show(model.screen), !(binding.command == .back && isAtHome)
      else { return nil }
      let key = binding.keys.first { key in
        // What lies further in may have taken it.
        guard model.keymap.command(for: key, in: contexts) == binding.command else { return false }
        if case .character = key { return !lettersAreText }
        return true
      }
      return key.map { (binding, $0.symbol, hint) }
    }
  }
}
