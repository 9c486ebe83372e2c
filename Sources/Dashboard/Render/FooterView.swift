import ChartCells
import TerminalCells

/// The keys that matter here, as many as fit, from the one table of keys.
struct FooterView {
  let model: Model
  let appearance: Appearance

  func draw(into buffer: inout CellBuffer, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let theme = appearance.theme
    var x = rect.x + 1
    if let notice = model.notice {
      x = buffer.write(
        "\(notice)   ", x: x, y: rect.y, style: theme.style(model.noticeIsFailure ? .error : .ok), within: rect)
    }
    if let prompt = model.prompt {
      x = draw(prompt, into: &buffer, x: x, in: rect)
    } else if model.chord == .sort {
      x = buffer.write("sort by  ", x: x, y: rect.y, style: theme.style(.title), within: rect)
    } else if model.chord == .axes {
      x = buffer.write("logarithmic  ", x: x, y: rect.y, style: theme.style(.title), within: rect)
    } else if model.overlays.last?.takesText == true {
      x = buffer.write("type to filter   ", x: x, y: rect.y, style: theme.style(.title), within: rect)
    }
    // The way to the other keys and the way out are always there.
    let exits = hints { [.help, .quit].contains($0.command) }
    let exitsWidth = exits.reduce(0) { $0 + $1.keys.displayWidth + 1 + $1.hint.displayWidth + 3 } - 2
    let room = Rect(x: rect.x, y: rect.y, width: rect.width - max(0, exitsWidth), height: 1)
    for item in hints(where: { ![.help, .quit].contains($0.command) }) {
      guard x + item.keys.displayWidth + 1 + item.hint.displayWidth <= room.maxX else { break }
      x = draw(item, into: &buffer, x: x, in: room)
    }
    x = max(x, room.maxX)
    for item in exits { x = draw(item, into: &buffer, x: x, in: rect) }
  }

  private func draw(_ item: (keys: String, hint: String), into buffer: inout CellBuffer, x: Int, in rect: Rect) -> Int {
    let next = buffer.write(item.keys, x: x, y: rect.y, style: appearance.theme.style(.key), within: rect)
    return buffer.write(" \(item.hint)   ", x: next, y: rect.y, style: appearance.theme.style(.dim), within: rect)
  }

  /// The line being typed, its cursor, and what is wrong with it; returns the column after it.
  private func draw(_ prompt: Prompt, into buffer: inout CellBuffer, x: Int, in rect: Rect) -> Int {
    let theme = appearance.theme
    let title =
      switch prompt.purpose {
      case .fitRange: "fit ranks "
      case .filter: "filter "
      case .standardFitRange: "fit ranks of all "
      }
    var x = buffer.write(title, x: x, y: rect.y, style: theme.style(.title), within: rect)
    x = buffer.write(prompt.text, x: x, y: rect.y, style: theme.style(.foreground), within: rect)
    var cursor = theme.style(.foreground)
    cursor.attributes.insert(.reverse)
    x = buffer.write(" ", x: x, y: rect.y, style: cursor, within: rect) + 2
    if prompt.purpose == .filter, prompt.error == nil {
      x = buffer.write(model.filterCount, x: x, y: rect.y, style: theme.style(.dim), within: rect) + 3
    }
    if let error = prompt.error {
      x = buffer.write(error.reason, x: x, y: rect.y, style: theme.style(.error), within: rect) + 3
      // The place it is about is pointed at from the line above.
      if let offset = error.offset {
        let start = rect.x + 1 + title.displayWidth + String(prompt.text.prefix(offset)).displayWidth
        let glyph = appearance.canvas == .ascii ? "v" : "▾"
        buffer.write(glyph, x: start, y: rect.y - 1, style: theme.style(.error))
      }
    }
    return x
  }

  /// The first key that works here of every binding that has a hint. Where letters are text, they are no commands.
  private func hints(where isWanted: (KeyBinding) -> Bool) -> [(keys: String, hint: String)] {
    let lettersAreText = model.overlays.last?.takesText == true && model.prompt == nil
    let isAtHome = model.overlays.isEmpty && model.screen == .models
    return Keymap.bindings(in: model.keyContexts).compactMap { binding in
      guard let hint = binding.hint, isWanted(binding), binding.command != .show(model.screen),
        !(binding.command == .back && isAtHome)
      else { return nil }
      let key = binding.keys.first { key in
        if case .character = key { !lettersAreText } else { true }
      }
      return key.map { ($0.symbol, hint) }
    }
  }
}
