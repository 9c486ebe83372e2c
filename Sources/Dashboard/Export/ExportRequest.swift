/// Something on the screen that somebody wants to have, and as what: of every subject the formats that there are of it,
/// those that are asked for most first.
public enum ExportRequest: Sendable, Hashable {
  /// The focused chart as it is framed.
  case chart(ChartFormat)
  /// The table of models, of which the filter leaves out what it does.
  case table(TableFormat)
  /// All cells.
  case screen(ScreenFormat)

  public enum ChartFormat: String, Sendable, CaseIterable {
    case svg, pdf, png, txt, ansi, csv, json
  }

  public enum TableFormat: String, Sendable, CaseIterable {
    case csv, json, md, tex
  }

  public enum ScreenFormat: String, Sendable, CaseIterable {
    case svg, png, ansi, txt
  }

  public enum Subject: String, Sendable, CaseIterable {
    case chart, table, screen
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

  /// - Returns: nil where there is no such format of this subject.
  public init?(_ subject: Subject, as format: Format) {
    let request: ExportRequest? =
      switch subject {
      case .chart: ChartFormat(rawValue: format.rawValue).map(ExportRequest.chart)
      case .table: TableFormat(rawValue: format.rawValue).map(ExportRequest.table)
      case .screen: ScreenFormat(rawValue: format.rawValue).map(ExportRequest.screen)
      }
    guard let request else { return nil }
    self = request
  }

  public var subject: Subject {
    switch self {
    case .chart: .chart
    case .table: .table
    case .screen: .screen
    }
  }

  /// The end of the name of its file.
  public var suffix: String {
    switch self {
    case .chart(let format): format.rawValue
    case .table(let format): format.rawValue
    case .screen(let format): format.rawValue
    }
  }

  /// For people.
  var title: String { "\(subject.rawValue) as \(Format(rawValue: suffix)?.title ?? suffix)" }

  /// The formats that there are of a subject.
  public static func formats(of subject: Subject) -> [Format] {
    all.filter { $0.subject == subject }.compactMap { Format(rawValue: $0.suffix) }
  }

  static let all =
    ChartFormat.allCases.map(ExportRequest.chart) + TableFormat.allCases.map(ExportRequest.table)
    + ScreenFormat.allCases.map(ExportRequest.screen)
}
