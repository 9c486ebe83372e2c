import Analysis
import AnalysisEngine
import ArgumentParser
import ChartCells
import ChartExport
import Charts
import Dashboard
import Figures
import Foundation
import SystemPackage

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a chart, the table or a whole screen to a file.",
    discussion: """
      What the dashboard shows of these directories, in the format of the file's suffix. Charts: svg pdf png txt ansi csv json; the table: \
      csv json md tex; screens: svg png ansi txt. With --all a folder with everything and a page index.html. The same input gives \
      the same bytes. Exit status: 0 all good, 1 some input failed, 2 nothing was written, 64 usage.
      """)

  @Argument(help: ArgumentHelp("Directories with dumps, or files.", valueName: "directory"), completion: .directory)
  var directories: [String]

  @Option(help: ArgumentHelp("The chart: \(ChartView.Name.list).", valueName: "name"))
  var chart: ChartView.Name?
  @Flag(help: "The table of models.") var table = false
  @Option(help: ArgumentHelp("A whole screen: that of a chart, or models.", valueName: "name"))
  var screen: ChartView.Name?
  @Flag(help: "All charts and the table, with a page that shows them.") var all = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file, - for standard output; with --all the folder.", valueName: "file"),
    completion: .file())
  var output: String
  @Option(help: "The format, where the suffix of the file does not tell.") var format: ExportRequest.Format?
  @Option(help: ArgumentHelp("Of each chart of --all, separated by commas.", valueName: "formats"))
  var formats = ChartFormats([.svg, .pdf, .csv, .json])
  @Flag(help: "Replace the file if it is there.") var force = false

  @OptionGroup(title: "What is shown") var look: ChartLookOptions
  @OptionGroup(title: "Pictures") var picture: PictureStyleOptions
  @OptionGroup var options: AnalysisOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var streams: StreamOptions

  func validate() throws {
    let wanted = [chart != nil, table, screen != nil, all].count { $0 }
    guard wanted == 1 else { throw ValidationError("one of --chart, --table, --screen and --all says what to export") }
    if directories.isEmpty { throw ValidationError("a directory is missing") }
    if !all { _ = try request }
  }

  /// What is asked for, and as what.
  private var request: ExportRequest {
    get throws {
      let subject: ExportRequest.Subject = table ? .table : screen != nil ? .screen : .chart
      let suffix = format?.rawValue ?? (output as NSString).pathExtension.lowercased()
      guard let request = ExportRequest.Format(rawValue: suffix).flatMap({ ExportRequest(subject, as: $0) }) else {
        let known = ExportRequest.formats(of: subject)
        throw ValidationError(
          "\(suffix.isEmpty ? "no format" : ".\(suffix)") for a \(subject.rawValue); there are "
            + known.map(\.rawValue).joined(separator: ", "))
      }
      return request
    }
  }

  func run() throws {
    var engine = options.engineConfiguration
    engine.store = options.store { StandardStreams.printError("eigentop: \($0)") }
    engine.computesUncertainty = look.uncertainty
    let library = ThemeLibrary(directories: ThemeDirectory.all())
    var model = Model(
      title: directories.joined(separator: " "), fit: options.fit, columns: look.size.columns, rows: look.size.rows)
    for setting in try configuration.preferences().settings + picture.settings { model.adopt(setting) }
    model.draw(with: look.glyphs)
    let dashboard: HeadlessDashboard
    let screenTheme: Theme
    do {
      dashboard = try HeadlessDashboard(model, configuration: engine)
      screenTheme = try library.load(picture.theme).theme
    } catch {
      throw Self.fail("\(error)")
    }
    if let font = PictureFont(answering: picture.font), font.family != picture.font {
      StandardStreams.printWarning("eigentop: there is no font \(picture.font); \(font.family) is taken in its place")
    }
    dashboard.open(directories.map { FilePath($0) })
    for failure in dashboard.failures { StandardStreams.printError("eigentop: \(failure.path): \(failure.reason)") }
    guard dashboard.model.hasResults else { throw Self.fail("no dump was analysed") }
    let exporter = { [look, picture] (model: Model) in
      Exporter(
        model: model,
        appearance: Appearance(theme: ResolvedTheme(screenTheme, depth: .trueColor), canvas: look.glyphs),
        library: library, options: picture.options)
    }
    do {
      if all {
        let report = Report(
          dashboard: dashboard, look: look, formats: formats.all, exporter: exporter,
          watched: directories.map { FilePath($0) }, replaces: force)
        try report.write(to: output)
      } else {
        try dashboard.show(try look.view(chart ?? screen ?? .models))
        let count = dashboard.model.chartCount
        if chart != nil, count > 0, look.panel > count {
          throw ExportFailure(description: "--panel \(look.panel): there \(count == 1 ? "is 1" : "are \(count)")")
        }
        try write(try exporter(dashboard.model).bytes(of: request))
      }
    } catch let error as ExportFailure {
      throw Self.fail(error.isTaken ? "\(error): --force replaces it" : "\(error)")
    } catch let error as ChartView.Refusal {
      throw Self.fail("\(error)")
    }
    engine.store?.close()
    leaveAtOnce(status: dashboard.failures.isEmpty ? 0 : 1)
  }

  private func write(_ bytes: [UInt8]) throws {
    if output == "-" {
      if StandardStreams.isOutputTerminal, try ["png", "pdf"].contains(request.suffix) {
        throw ExportFailure(description: "a terminal cannot show \(try request.suffix): name a file")
      }
      FileHandle.standardOutput.write(Data(bytes))
      return
    }
    // Nothing is written below what is read, whether or not it is being watched.
    let path = try ExportedFile(output, watched: directories.map { FilePath($0) }).write(bytes, replaces: force)
    if StandardStreams.isErrorTerminal { StandardStreams.printError("\(path) written") }
  }

  private static func fail(_ reason: String) -> ExitCode {
    StandardStreams.printError("eigentop: \(reason)")
    return ExitCode(2)
  }
}

extension ChartView.Name: ExpressibleByArgument {
  static var list: String { allCases.filter { $0 != .models }.map(\.rawValue).joined(separator: ", ") }
}

extension ExportRequest.Format: ExpressibleByArgument {}

/// `svg,pdf`.
struct ChartFormats: ExpressibleByArgument {
  let all: [ExportRequest.ChartFormat]

  init(_ all: [ExportRequest.ChartFormat]) { self.all = all }

  init?(argument: String) {
    let named = argument.split(separator: ",").map { ExportRequest.ChartFormat(rawValue: String($0)) }
    // The page shows SVG.
    guard !named.isEmpty, named.allSatisfy({ $0 != nil }) else { return nil }
    all = [.svg] + named.compactMap(\.self).filter { $0 != .svg }
  }

  var defaultValueDescription: String { all.map(\.rawValue).joined(separator: ",") }
}
