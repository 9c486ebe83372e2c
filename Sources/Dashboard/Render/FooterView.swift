import ChartCells
import TerminalCells

/// The line of hints, or the line that is being typed.
struct FooterView {
  let model: Model
  let appearance: Appearance

  func draw(into buffer: inout CellBuffer, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let theme = appearance.theme
    var x = rect.x + 1
    for (text, role) in FooterLayout(model, in: rect).lead {
      x = buffer.write(text, x: x, y: rect.y, style: theme.style(role), within: rect)
    }
    let typed = model.input.prompt.map { draw($0, into: &buffer, x: x, in: rect) - x } ?? 0
    for hint in FooterLayout(model, in: rect, typed: typed).hints {
      let next = buffer.write(hint.key, x: hint.place.x, y: rect.y, style: theme.style(.key), within: rect)
      buffer.write(" \(hint.text)", x: next, y: rect.y, style: theme.style(.dim), within: rect)
    }
  }

  /// The line being typed, its cursor, and what is wrong with it; returns the column after it.
  private func draw(_ prompt: Prompt, into buffer: inout CellBuffer, x: Int, in rect: Rect) -> Int {
    let theme = appearance.theme
    let title =
      switch prompt.purpose {
      case .fitRange: "fit ranks "
      case .filter: "filter "
      case .export(let request, _): "write the \(request.subject.rawValue) to "
      case .setting(let key): key.question
      case .accuracy: "accuracy "
      case .parameter(let parameter): "\(parameter.shortTitle) "
      }
    let start = x
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
        let column = start + title.displayWidth + String(prompt.text.prefix(offset)).displayWidth
        let glyph = appearance.canvas == .ascii ? "v" : "▾"
        buffer.write(glyph, x: column, y: rect.y - 1, style: theme.style(.error))
      }
    }
    return x
  }
}
