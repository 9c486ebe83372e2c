/// Something on the screen that somebody wants to have, and as what.
public struct ExportRequest: Sendable, Hashable {
  public enum Subject: String, Sendable, CaseIterable {
    /// The focused chart as it is framed.
    case chart
    /// The table of models, of which the filter leaves out what it does.
    case table
    /// All cells.
    case screen
  }

  /// What kind of file; the raw value is the end of its name.
  public enum Format: String, Sendable, CaseIterable {
    case svg, pdf, png, txt, ansi, csv, json, md, tex

    /// For people.
    var title: String {
      switch self {
      case .svg: "SVG, a drawing for pages and slides"
      case .pdf: "PDF, a drawing for papers"
      case .png: "PNG, pixels for messages"
      case .txt: "text"
      case .ansi: "text in colours (ANSI)"
      case .csv: "CSV, all digits"
      case .json: "JSON, all digits"
      case .md: "Markdown"
      case .tex: "LaTeX"
      }
    }
  }

  public var subject: Subject
  public var format: Format

  public init(_ subject: Subject, as format: Format) {
    self.subject = subject
    self.format = format
  }

  /// The formats that there are of a subject, those that are asked for most first.
  public static func formats(of subject: Subject) -> [Format] {
    switch subject {
    case .chart: [.svg, .pdf, .png, .txt, .ansi, .csv, .json]
    case .table: [.csv, .json, .md, .tex]
    case .screen: [.svg, .png, .ansi, .txt]
    }
  }

  static let all = Subject.allCases.flatMap { subject in formats(of: subject).map { ExportRequest(subject, as: $0) } }
}
