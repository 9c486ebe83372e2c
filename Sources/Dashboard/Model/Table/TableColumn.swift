import Analysis
import TerminalCells

/// A column of the table of models, besides the name.
enum TableColumn: Sendable, Hashable {
  case shape
  case spectrum
  case state
  case quantity(Quantity)

  static let alpha = TableColumn.quantity(Quantity(named: "alpha"))
  static let accuracy = TableColumn.quantity(Quantity(named: "accuracy"))
  static let rSquared = TableColumn.quantity(Quantity(named: "rSquared"))
  static let effectiveRank = TableColumn.quantity(Quantity(named: "effectiveRank"))

  /// The column with a name, that of a quantity for most.
  init(named name: String) {
    self = [TableColumn.shape, .spectrum, .state].first { $0.name == name } ?? .quantity(Quantity(named: name))
  }

  /// What it is remembered by.
  var name: String {
    switch self {
    case .shape: "N×D"
    case .spectrum: "spectrum"
    case .state: "state"
    case .quantity(let quantity): quantity.name
    }
  }

  /// What there is without a choice, in the order on the screen.
  static let standard: [TableColumn] = [.shape, .alpha, .rSquared, .effectiveRank, .spectrum, .accuracy, .state]

  /// What a narrow terminal keeps of the standard ones, the most wanted first.
  private static let byImportance: [TableColumn] = [
    .alpha, .accuracy, .state, .rSquared, .effectiveRank, .spectrum, .shape,
  ]

  /// The space between two columns.
  static let gap = 2
  /// Columns of the name that no other column may take.
  private static func nameWidth(of width: Int) -> Int { min(38, max(29, width / 2 - 4)) }

  /// The columns that fit beside the name, in the order on the screen.
  ///
  /// - Parameter chosen: what the user wants instead of the standard ones, the most wanted first.
  static func fitting(width: Int, chosen: [TableColumn]?) -> [TableColumn] {
    var left = width - nameWidth(of: width)
    let kept = (chosen ?? byImportance).prefix { column in
      left -= column.width + gap
      return left >= 0
    }
    return (chosen ?? standard).filter(kept.contains)
  }

  /// Where columns stand in a table, from the left.
  static func places(_ columns: [TableColumn], in table: Rect) -> [(column: TableColumn, x: Int)] {
    var x = table.maxX - columns.reduce(0) { $0 + $1.width + gap } + gap
    return columns.map { column in
      defer { x += column.width + gap }
      return (column, x)
    }
  }

  var title: String {
    switch self {
    case .shape: "N×D"
    case .spectrum: "spectrum"
    case .state: "state"
    case .accuracy: "acc"
    case .effectiveRank: "eff.rank"
    case .quantity(let quantity): quantity.title
    }
  }

  var width: Int {
    switch self {
    case .shape: 10
    case .spectrum: 9
    case .state, .effectiveRank: 8
    case .alpha: 11
    case .rSquared: 5
    case .accuracy: 6
    case .quantity(let quantity): max(8, min(12, quantity.title.count))
    }
  }

  /// The order that this column shows.
  var sortKey: SortOrder.Key? {
    if case .quantity(let quantity) = self { .quantity(quantity) } else { nil }
  }
}
