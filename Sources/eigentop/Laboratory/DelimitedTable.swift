import Analysis
import Foundation

/// Rows of numbers and words, for people and for programs.
struct DelimitedTable {
  enum Cell {
    case text(String)
    case count(Int)
    /// Nil where there is none.
    case number(Double?)

    /// As it reads back, and nothing where there is none.
    fileprivate var exact: String {
      switch self {
      case .text(let text): text
      case .count(let count): "\(count)"
      case .number(let number): number.map { $0.isFinite ? "\($0)" : "" } ?? ""
      }
    }

    fileprivate var rounded: String {
      guard case .number(let number) = self else { return exact }
      return number.map { String(format: "%.4g", $0) } ?? "—"
    }
  }

  var titles: [String]
  var rows: [[Cell]]

  var commaSeparated: [String] {
    ([titles] + rows.map { $0.map(\.exact) }).map(CommaSeparated.line)
  }

  var aligned: [String] { TextColumns(titles: titles, rows: rows.map { $0.map(\.rounded) }).lines }
}
