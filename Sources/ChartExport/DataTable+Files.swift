import Analysis
public import Figures
import Foundation
import TerminalCells

extension DataTable {
  /// Comma-separated values (RFC 4180) with all digits, the names of the columns first; nothing for what is missing.
  public var commaSeparated: String {
    CommaSeparated.text(
      [columns.map(\.name)]
        + rows.map { row in
          row.map { cell in
            switch cell.value {
            case .number(let number): CommaSeparated.text(number)
            case .text(let text): text
            case .missing: ""
            }
          }
        })
  }

  /// An array of objects with a field for each column; null for what is missing or not finite.
  public var json: String {
    get throws {
      let objects = rows.map { row in
        Dictionary(zip(columns, row).map { ($0.name, Field($1.value)) }) { first, _ in first }
      }
      return try JSONText.lines(objects)
    }
  }

  /// A table of GitHub's Markdown.
  public var markdown: String {
    let head = columns.map { Self.markdown($0.title) }
    let rule = columns.map { $0.isNumeric ? "---:" : "---" }
    let body = rows.map { $0.map { Self.markdown($0.shown) } }
    return ([head, rule] + body).map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  /// A `tabular` with the rules of the package booktabs.
  public var latex: String {
    func line(_ texts: [String]) -> String { "  \(texts.map(Self.latex).joined(separator: " & ")) \\\\\n" }
    return """
      % needs \\usepackage{booktabs}
      \\begin{tabular}{\(columns.map { $0.isNumeric ? "r" : "l" }.joined())}
        \\toprule
      \(line(columns.map(\.title)))  \\midrule
      \(rows.map { line($0.map(\.shown)) }.joined())  \\bottomrule
      \\end{tabular}

      """
  }

  private enum Field: Encodable {
    case number(Double), text(String), missing

    init(_ value: Cell.Value) {
      switch value {
      case .number(let number): self = number.isFinite ? .number(number) : .missing
      case .text(let text): self = .text(text)
      case .missing: self = .missing
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      case .missing: try container.encodeNil()
      }
    }
  }

  /// In one cell, and nothing of it markup.
  private static func markdown(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\", "|", "*", "_", "`", "<", ">", "[", "]", "~", "#": result += "\\\(character)"
      case let other where other.isTerminalControl: result += "·"
      default: result.append(character)
      }
    }
  }

  private static func latex(_ text: String) -> String {
    text.map { latexSpellings[$0] ?? ($0.isTerminalControl ? "." : String($0)) }.joined()
  }

  /// What means something else in LaTeX, and what its fonts of 1989 do not have.
  private static let latexSpellings: [Character: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%", "_": "\\_",
    "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "<": "\\textless{}", ">": "\\textgreater{}",
    "α": "$\\alpha$", "λ": "$\\lambda$", "ρ": "$\\rho$", "τ": "$\\tau$", "±": "$\\pm$", "×": "$\\times$", "²": "$^2$",
    "−": "$-$", "≤": "$\\leq$", "≥": "$\\geq$", "…": "\\ldots{}", "—": "---", "–": "--", "·": "$\\cdot$",
  ]
}
