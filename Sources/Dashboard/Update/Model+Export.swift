extension Model {
  /// Asks where the focused chart is to be written.
  mutating func beginExport() {
    guard !figures.isEmpty else { return notice = "there is no chart to write" }
    let number = figures.count > 1 ? "-\(focusedPane.index + 1)" : ""
    prompt = Prompt(purpose: .export, text: "eigentop-\(screen.title.lowercased())\(number).txt")
  }

  /// The focused chart as text, or its values, as the name says.
  mutating func acceptExport(_ name: String) -> [Effect] {
    let content: String?
    switch name.split(separator: ".", omittingEmptySubsequences: false).last {
    case "txt": content = FigureText(self)?.text
    case "tsv": content = focusedFigure?.values
    default:
      prompt?.error = Prompt.Mistake(reason: "write a name that ends in .txt (the chart) or .tsv (its values)")
      return []
    }
    prompt = nil
    guard let content else {
      notice = "there is no chart to write"
      return []
    }
    return [.write(content, to: name)]
  }
}
