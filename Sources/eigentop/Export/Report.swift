import ChartExport
import Charts
import Dashboard
import Foundation
import SystemPackage

/// Everything about some directories in a folder: all charts, the table, and a page that shows them.
struct Report {
  let dashboard: HeadlessDashboard
  let look: ChartLookOptions
  /// Of each chart; the page shows SVG.
  let formats: [ExportRequest.ChartFormat]
  let exporter: (Model) -> Exporter
  let watched: [FilePath]
  let replaces: Bool

  /// One chart on the page.
  struct Item {
    let title: String
    /// Of its files, without suffix, from the page.
    let name: String
    let formats: [ExportRequest.ChartFormat]
    let findings: [(text: String, isWarning: Bool)]
  }

  private static let pageName = "index.html"
  /// What is about all dumps, or about the one that is looked at. Simulations know nothing of either.
  private static let charts = ChartView.Name.allCases.filter { ![.models, .spectrum, .laboratory].contains($0) }

  /// - Parameter folder: made if it is not there. The page comes last, so that what it shows is there.
  func write(to folder: String) throws {
    // Says whether anything may be written there, before anything is.
    let page = try ExportedFile("\(folder)/\(Self.pageName)", watched: watched)
    if !replaces, FileManager.default.fileExists(atPath: page.url.path) {
      throw ExportFailure(description: "\(page.url.path) is there already", isTaken: true)
    }
    do {
      try FileManager.default.createDirectory(
        atPath: (folder as NSString).expandingTildeInPath + "/spectra", withIntermediateDirectories: true)
    } catch {
      throw ExportFailure(description: "\(folder) cannot be made: \(error.localizedDescription)")
    }
    try dashboard.show(try look.view(.models))
    let model = dashboard.model
    for format in ExportRequest.TableFormat.allCases {
      try write(.table(format), of: model, to: "\(folder)/models.\(format.rawValue)")
    }
    let dumps = model.shownDumps
    let charts = try Self.charts.flatMap { try items($0, in: folder) }
    let spectra = try spectra(of: dumps, in: folder)
    let text = ReportPage(
      provenance: model.provenance(of: .table), charts: charts, spectra: spectra,
      table: model.exportedTable
    ).html
    _ = try page.write(Array(text.utf8), replaces: replaces)
  }

  /// All charts that are side by side under a name.
  private func items(_ name: ChartView.Name, in folder: String) throws -> [Item] {
    var view = try look.view(name)
    // What was chosen for one chart means nothing on the others.
    (view.panel, view.x, view.y, view.color, view.framing) = (1, nil, nil, nil, ChartFraming())
    try dashboard.show(view)
    var items: [Item] = []
    for panel in 0..<dashboard.model.chartCount {
      view.panel = panel + 1
      try dashboard.show(view)
      guard let figure = dashboard.model.exportedFigure else { continue }
      let file = dashboard.model.chartCount > 1 ? "\(name.rawValue)-\(panel + 1)" : name.rawValue
      for format in formats {
        try write(.chart(format), of: dashboard.model, to: "\(folder)/\(file).\(format.rawValue)")
      }
      items.append(
        Item(
          title: "\(name.rawValue): \(figure.chart.name)", name: file, formats: formats,
          findings: figure.findings.map { ($0.text, $0.isWarning) }))
    }
    return items
  }

  /// The spectrum of every dump.
  private func spectra(of dumps: [String], in folder: String) throws -> [Item] {
    var items: [Item] = []
    for (index, dump) in dumps.enumerated() {
      StandardStreams.printProgress("\(index) of \(dumps.count) spectra written")
      var view = ChartView(.spectrum)
      (view.filter, view.dump) = (look.filter, dump)
      try dashboard.show(view)
      guard let figure = dashboard.model.exportedFigure else { continue }
      let file = String(format: "spectra/%04d", index + 1)
      try write(ExportRequest.chart(.svg), of: dashboard.model, to: "\(folder)/\(file).svg")
      items.append(
        Item(
          title: dump, name: file, formats: [.svg],
          findings: figure.findings.map { ($0.text, $0.isWarning) }))
    }
    StandardStreams.printProgress("")
    return items
  }

  private func write(_ request: ExportRequest, of model: Model, to name: String) throws {
    let bytes = try exporter(model).bytes(of: request)
    _ = try ExportedFile(name, watched: watched).write(bytes, replaces: replaces)
  }
}
