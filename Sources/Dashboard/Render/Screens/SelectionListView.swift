import Analysis
import ChartCells
import Charts
import Figures
import TerminalCells

/// Every model with its key and accuracy, by what it means for the selection; on high screens the details of the selected one below.
struct SelectionListView {
  let model: Model
  let appearance: Appearance

  private static let keyWidth = 7
  private static let accuracyWidth = 8

  func draw(into buffer: inout CellBuffer, in rect: Rect) {
    guard !rect.isEmpty, let board = model.procedure.board else { return }
    let layout = SelectionListLayout(model, in: rect)
    let selected = model.selectedModel
    let best = board.plan.best.first
    for (index, line) in layout.lines.enumerated() {
      let place = Rect(x: rect.x, y: layout.list.y + index, width: rect.width, height: 1)
      switch line {
      case .heading(let text):
        buffer.write(text, x: place.x, y: place.y, style: appearance.theme.style(.dim), within: place)
      case .model(let row):
        draw(row, of: board, isBest: row.place == best, into: &buffer, in: place)
        if row == selected { appearance.select(place, in: &buffer) }
      }
    }
    guard let entry = model.selected, !layout.details.isEmpty else { return }
    DetailsView(entry: entry, model: model, appearance: appearance).draw(into: &buffer, in: layout.details)
  }

  private func draw(
    _ row: SelectionBoard.Row, of board: SelectionBoard, isBest: Bool, into buffer: inout CellBuffer, in rect: Rect
  ) {
    let theme = appearance.theme
    let sweepModel = board.model(row)
    let dump = sweepModel.representative.dump
    let isWanted = row.role == .next
    let mark = isBest ? glyph("★", "*") : isWanted ? glyph("◇", "o") : ""
    buffer.write(mark, x: rect.x + 1, y: rect.y, style: theme.style(isBest ? .pin : .key), within: rect)
    var x = rect.x + 3
    let key = NumberText.fixed(board.candidates.keys[row.place], 3)
    buffer.write(key, x: x, y: rect.y, style: theme.style(.title), within: rect)
    x += Self.keyWidth
    let (accuracy, role) = accuracy(of: row, board)
    let indent = max(0, Self.accuracyWidth - 1 - accuracy.displayWidth)
    buffer.write(accuracy, x: x + indent, y: rect.y, style: theme.style(role), within: rect)
    x += Self.accuracyWidth + 1
    let seeds = sweepModel.records.count > 1 ? " (\(sweepModel.records.count) seeds)" : ""
    let name = [model.dumps.title(of: dump.runID), dump.layer].compactMap { $0 }.joined(separator: " ") + seeds
    let isLeft = row.role == .outside || row.role == .inside
    let end = buffer.write(name, x: x, y: rect.y, style: theme.style(isLeft ? .dim : .foreground), within: rect)
    if x + name.displayWidth > rect.maxX {
      buffer.write(glyph("…", "~"), x: min(end, rect.maxX) - 1, y: rect.y, style: theme.style(.dim), within: rect)
    }
  }

  /// The accuracy, or how far finding it out has come.
  private func accuracy(of row: SelectionBoard.Row, _ board: SelectionBoard) -> (text: String, role: UIRole) {
    let records = board.model(row).records
    let probes = records.compactMap { model.dumps.ownAccuracies(of: $0.id).probe }
    if board.candidates.accuracyName == model.measuredName {
      if probes.contains(where: \.isUnderWay) { return ("probing", .live) }
      if probes.contains(where: \.isFailure) { return ("failed", .error) }
    }
    guard let value = board.candidates.accuracies[row.place] else { return (glyph("—", "-"), .dim) }
    let join = records[0].dump.metrics[board.candidates.accuracyName]?.join
    return (NumberText.fixed(value, 2) + (join == .typed ? "*" : ""), .foreground)
  }

  private func glyph(_ unicode: String, _ ascii: String) -> String { appearance.canvas == .ascii ? ascii : unicode }
}
