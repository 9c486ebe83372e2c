import ChartCells
import ChartExport
import Charts
import Dashboard
import Figures
import TerminalCells

/// Turns what a dashboard shows into files: the same bytes for the same dashboard.
struct Exporter {
  let model: Model
  /// What cells are drawn with.
  let appearance: Appearance
  let library: ThemeLibrary
  var options = PictureOptions()

  /// - Throws: where there is nothing to be exported, or no room for it on a picture.
  func bytes(of request: ExportRequest) throws(ExportFailure) -> [UInt8] {
    switch request {
    case .chart(let format): try chart(as: format)
    case .table(let format): try table(as: format)
    case .screen(let format): try screen(as: format)
    }
  }

  private func chart(as format: ExportRequest.ChartFormat) throws(ExportFailure) -> [UInt8] {
    guard let figure = model.exportedFigure else { throw ExportFailure(description: "no chart: \(model.absence)") }
    let data = ChartData(figure, provenance: provenance(.chart))
    switch format {
    case .csv: return Array(data.commaSeparated.utf8)
    case .json: return try attempt { Array(try data.json.utf8) }
    case .txt: return Array(try cells(appearance: monochrome).plainText.utf8)
    case .ansi: return Array(try cells(appearance: appearance).ansiText.utf8)
    case .svg: return try picture(of: figure, as: .svg)
    case .pdf: return try picture(of: figure, as: .pdf)
    case .png: return try picture(of: figure, as: .png)
    }
  }

  private func picture(of figure: Figure, as format: PictureFormat) throws(ExportFailure) -> [UInt8] {
    let style = try style(for: format)
    // The findings are said in words even where the picture has no room for them.
    let findings = figure.findings.map(\.text).filter { !$0.isEmpty }
    let metadata = metadata(title: figure.chart.name, .chart, findings)
    return try attempt { try ChartPicture(figure, style: style).file(format, metadata: metadata) }
  }

  private func table(as format: ExportRequest.TableFormat) throws(ExportFailure) -> [UInt8] {
    let table = model.exportedTable
    switch format {
    case .json: return try attempt { Array(try table.json.utf8) }
    case .md: return Array(table.markdown.utf8)
    case .tex: return Array(table.latex.utf8)
    case .csv: return Array(table.commaSeparated.utf8)
    }
  }

  private func screen(as format: ExportRequest.ScreenFormat) throws(ExportFailure) -> [UInt8] {
    var buffer = CellBuffer(width: model.columns, height: model.rows)
    render(model, format == .txt ? monochrome : appearance, into: &buffer)
    switch format {
    case .txt: return Array(buffer.plainText.utf8)
    case .ansi: return Array(buffer.ansiText.utf8)
    case .svg: return try picture(of: buffer, as: .svg)
    case .png: return try picture(of: buffer, as: .png)
    }
  }

  private func picture(of buffer: CellBuffer, as format: PictureFormat) throws(ExportFailure) -> [UInt8] {
    var style = try style(for: format)
    (style.theme, style.font) = (appearance.theme.theme, options.monospacedFont)
    let metadata = metadata(title: "eigentop", .screen, [])
    return try attempt { try ScreenPicture(buffer, style: style).file(format, metadata: metadata) }
  }

  // MARK: Parts

  private func cells(appearance: Appearance) throws(ExportFailure) -> CellBuffer {
    guard let cells = model.exportedCells(appearance) else {
      throw ExportFailure(description: "the chart is not on the screen: there is too little room for it")
    }
    return cells
  }

  private var monochrome: Appearance {
    Appearance(theme: ResolvedTheme(.monochrome, depth: .none), canvas: appearance.canvas)
  }

  private func style(for format: PictureFormat) throws(ExportFailure) -> PictureStyle {
    let style = model.exportStyle
    let pixelsPerInch = format == .png ? options.resolution : PictureOptions.pixelsPerInch
    return PictureStyle(
      width: style.width.points(pixelsPerInch: pixelsPerInch),
      height: options.height?.points(pixelsPerInch: pixelsPerInch), fontSize: style.fontSize, font: options.font,
      theme: try theme, resolution: options.resolution, showsFindings: options.showsFindings)
  }

  private var theme: Theme {
    get throws(ExportFailure) {
      guard let name = model.exportStyle.theme else { return appearance.theme.theme }
      return try attempt { try library.load(name).theme }
    }
  }

  private func provenance(_ subject: ExportRequest.Subject) -> [(name: String, value: String)] {
    [("eigentop", Eigentop.versionWithCommit)] + model.provenance(of: subject)
  }

  private func metadata(title: String, _ subject: ExportRequest.Subject, _ findings: [String]) -> PictureMetadata {
    let lines = model.provenance(of: subject).map { "\($0.name): \($0.value)" } + findings
    return PictureMetadata(
      title: title, description: lines.joined(separator: "\n"),
      creator: "eigentop \(Eigentop.versionWithCommit)", date: options.date)
  }

  private func attempt<Value>(_ body: () throws -> Value) throws(ExportFailure) -> Value {
    do { return try body() } catch { throw ExportFailure(description: "\(error)") }
  }
}

extension Chart {
  /// What it shows, for who cannot see it.
  var name: String { title.isEmpty ? "\(yAxis.title) against \(xAxis.title)" : title }
}
