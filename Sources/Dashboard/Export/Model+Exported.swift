import Analysis
import ChartCells
import Charts
public import Figures
import Spectra
public import TerminalCells

/// What a file can be made of: the same values for `e` and for the command.
extension Model {
  /// The focused chart as it is framed; nil where there is none.
  public var exportedFigure: Figure? { focusedFigure }

  /// The focused chart in as many cells as on the screen, without crosshair, all findings below; nil where there is none.
  public func exportedCells(_ appearance: Appearance) -> CellBuffer? {
    let (pane, layout) = (focusedPane, ScreenLayout(self))
    guard let figure = charts.figures.indices.contains(pane.index) ? charts.figures[pane.index] : nil,
      let shown = layout.chartPanes(of: self)[pane.index]
    else { return nil }
    let theme = appearance.theme
    let lines = ChartPaneLayout.lines(of: figure.findings, width: shown.width - 2)
    var bare = figure
    bare.findings = []
    let chart = Rect(x: 0, y: 0, width: shown.width, height: shown.height)
    var buffer = CellBuffer(
      width: chart.width, height: chart.height + (lines.isEmpty ? 0 : lines.count + 1),
      filledWith: Cell(" ", style: theme.style(.foreground)))
    var model = self
    model.charts.crosshair = nil
    ChartPane(model: model, appearance: appearance, figure: bare, pane: pane).draw(into: &buffer, in: chart)
    for (row, line) in lines.enumerated() {
      buffer.write(
        line.text, x: 1, y: chart.height + 1 + row, style: theme.style(line.isWarning ? UIRole.warning : .foreground))
    }
    return buffer
  }

  /// All dumps of the table in its order, with the columns that are chosen, whatever there is room for on the screen.
  public var exportedTable: DataTable {
    let columns = (view.columns ?? TableColumn.standard).filter { $0 != .spectrum && $0 != .state }
    return DataTable(
      columns: Self.namingColumns + columns.flatMap(\.exported),
      rows: shownEntries.map { entry in
        namingCells(of: entry)
          + columns.flatMap { $0.exported(entry.record, hasOwnFit: fits.isOwn(entry.id)) }
      })
  }

  private static let namingColumns = [
    DataTable.Column(name: "run", title: "run", isNumeric: false),
    DataTable.Column(name: "path", title: "dump", isNumeric: false),
  ]

  private func namingCells(of entry: DumpEntry) -> [DataTable.Cell] {
    let dump = entry.record.dump
    let run = dumps.title(of: dump.runID)
    let isAlone = dumps[run: dump.runID]?.entries.count == 1
    return [
      DataTable.Cell(.text(run), shown: run),
      DataTable.Cell(.text("\(dump.id)"), shown: isAlone ? "" : DumpText.withinRun(dump)),
    ]
  }

  /// What the exported was made of and how, for who finds the file later.
  public func provenance(of subject: ExportRequest.Subject) -> [(name: String, value: String)] {
    let isSpectrum = screen == .spectrum || screen == .models
    let fit = isSpectrum ? selected.map { fits.settings(of: $0.id) } ?? fits.standard : fits.standard
    var parts = [("directory", title)]
    if subject != .table { parts.append(("screen", screen.title.lowercased())) }
    if isSpectrum, subject == .chart, let selected { parts.append(("dump", "\(selected.record.dump.id)")) }
    parts.append(("filter", view.filter.isEmpty ? "none" : view.filter))
    parts.append(("estimator", fit.estimator.rawValue))
    parts.append(("ranks", FitRange.text(fit.range)))
    if let rule = fit.acceptance { parts.append(("acceptance", rule.rawValue)) }
    return parts
  }
}

extension TableColumn {
  /// A column of files for each number: α has its error beside it.
  fileprivate var exported: [DataTable.Column] {
    switch self {
    case .shape:
      [
        DataTable.Column(name: "sampleCount", title: "N", isNumeric: true),
        DataTable.Column(name: "featureCount", title: "D", isNumeric: true),
      ]
    case .spectrum, .state: []
    case .quantity(let quantity):
      [DataTable.Column(name: quantity.name, title: quantity.title, isNumeric: true)]
        + (self == .alpha ? [DataTable.Column(name: "alphaStandardError", title: "SE", isNumeric: true)] : [])
    }
  }

  fileprivate func exported(_ record: AnalysisRecord, hasOwnFit: Bool) -> [DataTable.Cell] {
    func cell(_ value: Double?, _ shown: String) -> DataTable.Cell {
      DataTable.Cell(value.map(DataTable.Cell.Value.number) ?? .missing, shown: value == nil ? "" : shown)
    }
    switch self {
    case .shape:
      return [record.shape?.sampleCount, record.shape?.featureCount].map {
        cell($0.map(Double.init), $0.map(String.init) ?? "")
      }
    case .spectrum, .state: return []
    case .alpha:
      let error = record.uncertainty?.measures[.alpha]?.standardError
      return [
        cell(record.alpha, NumberText.fixed(record.alpha, 3) + (hasOwnFit ? "*" : "")),
        cell(error, NumberText.fixed(error, 3)),
      ]
    case .quantity(let quantity):
      return [cell(quantity.value(of: record), text(record, hasOwnFit: hasOwnFit, canvas: .ascii))]
    }
  }
}
