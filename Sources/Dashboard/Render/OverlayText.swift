import Charts
import TerminalCells

/// What an overlay says: a title and lines that scroll.
struct OverlayText: Equatable {
  /// A line in two parts, such as keys and what they do.
  struct Line: Equatable {
    var key = ""
    var text = ""
    var role = UIRole.foreground
  }

  let title: String
  let lines: [Line]

  init(_ model: Model, _ overlay: Overlay, width: Int) {
    switch overlay {
    case .help:
      title = "Help: \(model.screen.title)"
      lines = Self.help(for: model.screen)
    case .messages:
      title = "Errors and warnings"
      lines = Self.messages(of: model, width: width)
    }
  }

  private static func help(for screen: Screen) -> [Line] {
    let bindings = Keymap.bindings(in: [.screen(screen), .everywhere])
    let sorting = Keymap.bindings(in: [.sortChord])
    return bindings.flatMap { binding in
      [Line(key: binding.keyNames, text: binding.help)]
        + (binding.command == .beginSort ? sorting.map { Line(key: "s \($0.keyNames)", text: "  by \($0.help)") } : [])
    }
  }

  private static func messages(of model: Model, width: Int) -> [Line] {
    var lines: [Line] = []
    func add(_ heading: String, _ texts: [String], _ role: UIRole) {
      lines.append(Line(text: heading, role: role))
      for text in texts.flatMap({ DetailsText.wrapped($0, width: max(1, width - 2)) }) {
        lines.append(Line(text: "  \(text)"))
      }
    }
    for run in model.dumps.runs {
      for record in run.dumps.compactMap({ model.dumps[$0]?.record })
      where record.failure != nil || !record.warnings.isEmpty {
        if let failure = record.failure { add(record.dump.path.string, [failure.message], .error) }
        if !record.warnings.isEmpty { add(record.dump.path.string, record.warnings.map(\.message), .warning) }
      }
    }
    if !model.problems.isEmpty { add("Beside the dumps", model.problems, .warning) }
    return lines.isEmpty ? [Line(text: "nothing failed, and there is nothing to warn about", role: .ok)] : lines
  }
}
