import Figures
import TerminalCells

/// What stands on which line of the list of models to select from: headings, and models below them.
struct SelectionListLayout {
  enum Line: Equatable {
    case heading(String)
    case model(SelectionBoard.Row)
  }

  /// Where the list stands; and details of the selected model, where there is room below.
  let list: Rect
  let details: Rect
  /// Those that are seen.
  let lines: [Line]

  private static let detailsHeight = 12
  /// Fewer lines of list are not worth any details.
  private static let listHeight = 12

  init(_ model: Model, in rect: Rect) {
    let hasDetails = rect.height >= Self.detailsHeight + Self.listHeight
    list = rect.inset(bottom: hasDetails ? Self.detailsHeight + 1 : 0)
    details = hasDetails ? rect.inset(top: list.height + 1) : rect.inset(top: rect.height)
    guard let board = model.procedure.board else {
      lines = []
      return
    }
    var all: [Line] = []
    var last: SelectionBoard.Role?
    for row in board.rows {
      if row.role != last { all.append(.heading(row.role.title)) }
      last = row.role
      all.append(.model(row))
    }
    // The selected one stands in the middle, as far as there are lines on both sides of it.
    let selected = model.selectedModel.flatMap { row in all.firstIndex(of: .model(row)) } ?? 0
    let first = max(0, min(selected - list.height / 2, all.count - list.height))
    lines = Array(all[first...].prefix(list.height))
  }
}

extension SelectionBoard.Role {
  fileprivate var title: String {
    switch self {
    case .next: "probe next"
    case .probed(let step): "step \(step)"
    case .inside: "inside the zone, for later"
    case .outside: "outside the zone, no need to probe"
    case .skipped(let step): "known, outside the zone at step \(step)"
    }
  }
}
