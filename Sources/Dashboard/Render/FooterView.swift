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
    if let prompt = model.prompt {
      x = draw(prompt, into: &buffer, x: x, in: rect)
    } else if model.chord == .sort {
      x = buffer.write("sort by  ", x: x, y: rect.y, style: theme.style(.title), within: rect)
    } else if model.overlays.last?.takesText == true {
      x = buffer.write("type to filter   ", x: x, y: rect.y, style: theme.style(.title), within: rect)
    }
    for (keys, hint) in hints {
      guard x + keys.displayWidth + 1 + hint.displayWidth <= rect.maxX else { break }
      x = buffer.write(keys, x: x, y: rect.y, style: theme.style(.key), within: rect)
      x = buffer.write(" \(hint)   ", x: x, y: rect.y, style: theme.style(.dim), within: rect)
    }
  }

  /// The line being typed, its cursor, and what is wrong with it; returns the column after it.
  private func draw(_ prompt: Prompt, into buffer: inout CellBuffer, x: Int, in rect: Rect) -> Int {
    let theme = appearance.theme
    let title =
      switch prompt.purpose {
      case .fitRange: "fit ranks "
      }
    var x = buffer.write(title, x: x, y: rect.y, style: theme.style(.title), within: rect)
    x = buffer.write(prompt.text, x: x, y: rect.y, style: theme.style(.foreground), within: rect)
    var cursor = theme.style(.foreground)
    cursor.attributes.insert(.reverse)
    x = buffer.write(" ", x: x, y: rect.y, style: cursor, within: rect) + 2
    if let error = prompt.error {
      x = buffer.write(error, x: x, y: rect.y, style: theme.style(.error), within: rect) + 3
    }
    return x
  }

  /// The first key of every binding that has a hint, the way out first where something lies over the screen.
  private var hints: [(keys: String, hint: String)] {
    let here = model.keyContexts
    let bindings = Keymap.bindings(in: here).filter { $0.command != .show(model.screen) }
    let isAtHome = model.overlays.isEmpty && model.screen == .models
    return bindings.compactMap { binding in
      guard let hint = binding.hint, let key = binding.keys.first, !(binding.command == .back && isAtHome) else {
        return nil
      }
      return (key.symbol, hint)
    }
  }
}
