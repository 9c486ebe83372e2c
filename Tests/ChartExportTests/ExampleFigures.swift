import Charts
import Figures

@testable import ChartExport

/// Charts to be exported.
enum ExampleFigures {
  static let theme = Theme(
    name: "Plain", variant: .light,
    ui: [
      .background: rgb(255, 255, 255), .foreground: rgb(0, 0, 0), .warning: rgb(200, 0, 0), .dim: rgb(120, 120, 120),
      .title: rgb(0, 0, 90),
    ],
    chart: [
      .axis: rgb(51, 51, 51), .tick: rgb(52, 52, 52), .label: rgb(0, 0, 0), .zone: rgb(220, 255, 220),
      .fit: rgb(255, 0, 0),
    ],
    series: [
      SeriesStyle(color: rgb(0, 0, 255), marker: .circle, line: .solid),
      SeriesStyle(color: rgb(0, 128, 0), marker: .triangle, line: .dashed),
    ],
    sequential: [rgb(255, 255, 0), rgb(0, 0, 128)], diverging: [rgb(255, 0, 0), rgb(255, 255, 255), rgb(0, 0, 255)])

  private static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> ThemeColor {
    ThemeColor(rgb: .init(red, green, blue))
  }

  /// Nowhere straight over three points, of which Cairo would leave the middle one away.
  static let spectrum = (1...200).map { rank -> DataPoint in
    let x = Double(rank)
    return DataPoint(x: x, y: (rank % 2 == 0 ? 3 : 3.3) / (x * x.squareRoot()))
  }

  /// A power law on logarithmic axes, with its fit and what is left of it.
  static let logLog = Figure(
    Chart(
      title: "λ of <&> \"x\"",
      xAxis: Axis(title: "rank", scale: Scale(.logarithmic, from: 1, to: 200), tickFormat: .integer),
      yAxis: Axis(title: "λ", scale: Scale(.logarithmic, from: 1e-4, to: 10), tickFormat: .powersOfTen),
      marks: [
        Mark(.line(spectrum), role: .series(0), name: "a"),
        Mark(.lineThrough(spectrum[10], spectrum[99]), role: .fit),
      ], legend: [LegendEntry("a", role: .series(0))]),
    residuals: [DataPoint(x: 11, y: 0.1), DataPoint(x: 12, y: -0.2)],
    findings: [Finding("α 1.5"), Finding("few rows", isWarning: true)])

  /// All that can be drawn, some of it without a place.
  static let everything = Figure(
    Chart(
      title: "everything", xAxis: Axis(title: "x", scale: Scale(.linear, from: 0, to: 10)),
      yAxis: Axis(title: "y", scale: Scale(.linear, from: -1, to: 1)),
      marks: [
        Mark(.line([.init(x: 0, y: 0), .init(x: .nan, y: 0), .init(x: 20, y: 3)]), role: .series(0), name: "line"),
        Mark(.points([.init(x: 1, y: 0.5), .init(x: 2, y: -.infinity)]), role: .series(1), name: "points"),
        Mark(
          .errorBars([
            ErrorBar(point: .init(x: 3, y: 0.25), yRange: -0.5...(.infinity), xRange: 2.5...3.5)
          ]), role: .series(0), name: "bars of error"),
        Mark(.area([.init(x: 4, low: -.infinity, high: 0), .init(x: 6, low: 0, high: 0.5)]), role: .fit),
        Mark(
          .cells(
            HeatCells(
              xEdges: [5, 6, 7], yEdges: [-1, 0, 1], values: [0.1, nil, 0.9, .nan], texts: ["0.1", "", "0.9", ""],
              scale: Scale(.linear, from: 0, to: 1), best: 2)), role: .series(0), name: "cells"),
        Mark(.bars([Bar(point: .init(x: 8, y: 0.75), xRange: 7.5...8.5)]), role: .series(1), name: "bars"),
        Mark(.label(at: .init(x: 1, y: 0.5), "here"), role: .label),
        Mark(.lineThrough(.init(x: 0, y: 0), .init(x: 10, y: 1)), role: .fit),
        Mark(.xBand(from: 8.5, to: .infinity), role: .zone), Mark(.yBand(from: -0.25, to: 0.25), role: .zone),
        Mark(.verticalRule(x: 9), role: .reference), Mark(.horizontalRule(y: 0.9), role: .reference),
      ],
      legend: [
        LegendEntry("line", role: .series(0)), LegendEntry("points", sample: .point, role: .series(1)),
        LegendEntry("zone", sample: .band, role: .zone), LegendEntry("bar", sample: .bar, role: .series(1)),
      ],
      colorBar: ColorBar(title: "value", scale: Scale(.linear, from: 0, to: 1)), notes: ["a note"]))

  static let metadata = PictureMetadata(title: "T <1>", description: "directory: a&b", creator: "tests")

  static func style(width: Double = 240, height: Double? = nil) -> PictureStyle {
    PictureStyle(width: width, height: height, theme: theme)
  }
}
