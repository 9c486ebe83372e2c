import ArgumentParser
import ChartCells
import Charts
import Dashboard
import Figures

/// What keys would do to a chart.
struct ChartLookOptions: ParsableArguments {
  enum Axes: String, ExpressibleByArgument, CaseIterable {
    case x, y, xy, none
  }

  enum Models: String, ExpressibleByArgument, CaseIterable {
    case last, joined, all
  }

  @Option(help: "Of the charts side by side, from the left, from 1.") var panel = 1
  @Option(help: ArgumentHelp("What is on the x axis, by name.", valueName: "quantity")) var x: String?
  @Option(help: ArgumentHelp("What is on the y axis.", valueName: "quantity")) var y: String?
  @Option(help: ArgumentHelp("What colours, or none.", valueName: "quantity")) var color: String?
  @Option(help: "Only dumps that the dashboard's filter lets through.") var filter = ""
  @Option(help: ArgumentHelp("The dump of a spectrum, by the end of its path. (default: the first)", valueName: "path"))
  var dump: String?
  @Option(help: ArgumentHelp("A dump to compare with, by the end of its path; may be repeated.", valueName: "path"))
  var mark: [String] = []
  @Option(help: ArgumentHelp("Columns of the table, separated by commas.", valueName: "names")) var columns: String?
  @Option(help: ArgumentHelp("The shown values of x.", valueName: "least...greatest")) var zoomX: ShownRange?
  @Option(help: ArgumentHelp("The shown values of y.", valueName: "least...greatest")) var zoomY: ShownRange?
  @Option(help: "Axes that are logarithmic, in place of those that are by themselves.") var log: Axes?
  @Option(help: "Checkpoints that stand for models: the last of each run, these with seeds joined, or all.")
  var models: Models?
  @Option(help: "M, how many models are probed in parallel (selection, replay).") var parallel: Int?
  @Flag(inversion: .prefixedNo, help: "Standard errors and intervals, as in the dashboard.") var uncertainty = true
  @Option(help: ArgumentHelp("Of the screen, and of charts as text.", valueName: "columns×rows"))
  var size = ScreenSize(columns: 120, rows: 40)
  @Option(help: "What curves are drawn with in text.") var glyphs: ChartCanvas = .braille

  func validate() throws {
    if panel < 1 { throw ValidationError("--panel counts from 1") }
  }

  func view(_ name: ChartView.Name) throws -> ChartView {
    var view = ChartView(name)
    (view.panel, view.x, view.y, view.color) = (panel, x, y, color)
    (view.filter, view.dump, view.marked, view.parallel) = (filter, dump, mark, parallel)
    view.columns = columns?.split(separator: ",").map(String.init)
    view.framing = ChartFraming(
      x: zoomX?.range, y: zoomY?.range, xKind: kind(has: [.x, .xy]), yKind: kind(has: [.y, .xy]))
    view.models =
      switch models {
      case nil: nil
      case .last: .lastCheckpoints
      case .joined: .joinedSeeds
      case .all: .allCheckpoints
      }
    return view
  }

  private func kind(has axes: Set<Axes>) -> Scale.Kind? { log.map { axes.contains($0) ? .logarithmic : .linear } }
}

/// `120x40`.
struct ScreenSize: ExpressibleByArgument {
  var columns: Int
  var rows: Int

  init(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }

  init?(argument: String) {
    let parts = argument.split { "x×".contains($0) }.compactMap { Int($0) }
    guard parts.count == 2, parts.allSatisfy((1...1000).contains) else { return nil }
    self.init(columns: parts[0], rows: parts[1])
  }

  var defaultValueDescription: String { "\(columns)x\(rows)" }
}

/// `0.5...2`.
struct ShownRange: ExpressibleByArgument {
  let range: ClosedRange<Double>

  init?(argument: String) {
    guard let separator = argument.firstRange(of: "...") ?? argument.firstRange(of: ".."),
      let least = Double(argument[..<separator.lowerBound]), let greatest = Double(argument[separator.upperBound...]),
      least.isFinite, greatest.isFinite, least < greatest
    else { return nil }
    range = least...greatest
  }
}
