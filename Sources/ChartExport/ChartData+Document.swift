import Charts
import Figures

extension ChartData {
  /// The JSON of a chart (`chart.schema.json`).
  struct Document: Encodable {
    let title: String
    let x: AxisDocument
    let y: AxisDocument
    let marks: [MarkDocument]
    let residuals: [PointDocument]
    let notes: [String]
    let findings: [FindingDocument]
    let provenance: [String: String]

    init(_ data: ChartData) {
      let (figure, chart) = (data.figure, data.figure.chart)
      title = chart.title
      (x, y) = (AxisDocument(chart.xAxis), AxisDocument(chart.yAxis))
      marks = chart.marks.enumerated().map { MarkDocument($1, data.points(of: $0)) }
      residuals = figure.residuals.map { PointDocument(Point(x: $0.x, y: $0.y)) }
      notes = chart.notes + chart.hiddenValues.notes
      findings = figure.findings.map { FindingDocument(text: $0.text, isWarning: $0.isWarning) }
      provenance = Dictionary(data.provenance.map { ($0.name, $0.value) }) { first, _ in first }
    }
  }

  struct AxisDocument: Encodable {
    let title: String
    let scale: String
    let from: Double
    let to: Double

    init(_ axis: Axis) {
      (title, scale) = (axis.title, axis.scale.kind.rawValue)
      (from, to) = (axis.scale.lower, axis.scale.upper)
    }
  }

  struct MarkDocument: Encodable {
    let shape: String
    let name: String?
    let role: String
    let text: String?
    let points: [PointDocument]

    init(_ mark: Mark, _ points: [Point]) {
      shape = mark.shape.name
      name = mark.name
      role = if case .series(let index) = mark.role { "series \(index)" } else { mark.role.themeKey ?? "" }
      text = if case .label(_, let text) = mark.shape { text } else { nil }
      self.points = points.map(PointDocument.init)
    }
  }

  /// Only what a point has: a line of two thousand would say nothing two thousand times.
  struct PointDocument: Encodable {
    let x: Number?
    let y: Number?
    let xLow: Number?
    let xHigh: Number?
    let yLow: Number?
    let yHigh: Number?
    let value: Number?
    let dump: String?

    init(_ point: Point) {
      (x, y) = (point.x.map(Number.init), point.y.map(Number.init))
      (xLow, xHigh) = (point.xLow.map(Number.init), point.xHigh.map(Number.init))
      (yLow, yHigh) = (point.yLow.map(Number.init), point.yHigh.map(Number.init))
      (value, dump) = (point.value.map(Number.init), point.dump)
    }
  }

  /// null where it is not finite, which JSON has no number for.
  struct Number: Encodable {
    let value: Double

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if value.isFinite { try container.encode(value) } else { try container.encodeNil() }
    }
  }

  struct FindingDocument: Encodable {
    let text: String
    let isWarning: Bool
  }
}
