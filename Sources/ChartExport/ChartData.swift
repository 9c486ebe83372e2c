import Analysis
import Charts
public import Figures

/// What is drawn on a chart, as data for other programs.
public struct ChartData: Sendable {
  public var figure: Figure
  /// What the figure was made of and how, in this order.
  public var provenance: [(name: String, value: String)]

  public init(_ figure: Figure, provenance: [(name: String, value: String)]) {
    self.figure = figure
    self.provenance = provenance
  }

  /// A row for each point of each mark, comma-separated with all digits. Ranges, rules and labels are rows too, with the x and y that
  /// they have; what a point does not have is empty.
  public var commaSeparated: String {
    let header = ["series", "shape", "x", "y", "xLow", "xHigh", "yLow", "yHigh", "value", "dump"]
    let rows = figure.chart.marks.enumerated().flatMap { index, mark in
      points(of: index).map { point in
        [mark.name ?? "", mark.shape.name]
          + [point.x, point.y, point.xLow, point.xHigh, point.yLow, point.yHigh, point.value].map(Self.text)
          + [point.dump ?? ""]
      }
    }
    return CommaSeparated.text([header] + rows)
  }

  /// Axes as they are framed, all marks with their points, what the data say and what it was made of.
  public var json: String {
    get throws { try JSONText.pretty(Document(self)) }
  }

  private static func text(_ number: Double?) -> String { number.map { $0.isNaN ? "" : "\($0)" } ?? "" }

  // MARK: Points

  /// A point of any mark. What it does not have is nil; an infinite end reaches the edge.
  struct Point {
    var x: Double?
    var y: Double?
    var xLow: Double?
    var xHigh: Double?
    var yLow: Double?
    var yHigh: Double?
    /// What the colour of a cell means.
    var value: Double?
    var dump: String?
  }

  func points(of index: Int) -> [Point] {
    let mark = figure.chart.marks[index]
    func dump(_ place: Int) -> String? {
      figure.dump(at: Crosshair(mark: index, point: place)).map { "\($0)" }
    }
    switch mark.shape {
    case .line(let points), .points(let points):
      return points.enumerated().map { Point(x: $1.x, y: $1.y, dump: dump($0)) }
    case .errorBars(let bars):
      return bars.enumerated().map { place, bar in
        Point(
          x: bar.point.x, y: bar.point.y, xLow: bar.xRange?.lowerBound, xHigh: bar.xRange?.upperBound,
          yLow: bar.yRange?.lowerBound, yHigh: bar.yRange?.upperBound, dump: dump(place))
      }
    case .area(let points): return points.map { Point(x: $0.x, yLow: $0.low, yHigh: $0.high) }
    case .bars(let bars):
      return bars.enumerated().map { place, bar in
        Point(
          x: bar.point.x, y: bar.point.y, xLow: bar.xRange?.lowerBound, xHigh: bar.xRange?.upperBound,
          yLow: min(bar.baseline, bar.point.y), yHigh: max(bar.baseline, bar.point.y), dump: dump(place))
      }
    case .cells(let cells):
      // A crosshair knows only those that are not missing.
      return cells.shownCells.enumerated().compactMap { place, cell in
        cells.center(ofCell: cell).map { center in
          let (row, column) = cell.quotientAndRemainder(dividingBy: cells.columns)
          return Point(
            x: center.x, y: center.y, xLow: cells.xEdges[column], xHigh: cells.xEdges[column + 1],
            yLow: cells.yEdges[row], yHigh: cells.yEdges[row + 1], value: cells.values[cell], dump: dump(place))
        }
      }
    case .label(let point, _): return [Point(x: point.x, y: point.y)]
    case .lineThrough(let first, let second): return [first, second].map { Point(x: $0.x, y: $0.y) }
    case .xBand(let from, let to): return [Point(xLow: min(from, to), xHigh: max(from, to))]
    case .yBand(let from, let to): return [Point(yLow: min(from, to), yHigh: max(from, to))]
    case .verticalRule(let x): return [Point(x: x)]
    case .horizontalRule(let y): return [Point(y: y)]
    }
  }
}

extension Mark.Shape {
  /// What it is called in files.
  var name: String {
    switch self {
    case .line: "line"
    case .points: "points"
    case .errorBars: "errorBars"
    case .area: "area"
    case .cells: "cells"
    case .bars: "bars"
    case .label: "label"
    case .lineThrough: "lineThrough"
    case .xBand: "xBand"
    case .yBand: "yBand"
    case .verticalRule: "verticalRule"
    case .horizontalRule: "horizontalRule"
    }
  }
}
