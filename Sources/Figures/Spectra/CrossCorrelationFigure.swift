import Charts
public import Spectra

/// The cross-correlation matrix of two views as a heat map: Barlow Twins wants 1 on its diagonal and 0 elsewhere.
///
/// Of many features, cells are blocks of the matrix: the mean of Cᵢᵢ where they lie on the diagonal, elsewhere the root mean square
/// of Cᵢⱼ, in which opposite signs do not cancel.
public struct CrossCorrelationFigure {
  public var loss: BarlowTwinsLoss
  /// λ.
  public var lambda: Double

  public init(_ loss: BarlowTwinsLoss, lambda: Double) {
    self.loss = loss
    self.lambda = lambda
  }

  /// More features than this share cells: as many as have a row each on a small screen.
  static let greatestCellCount = 16

  /// The first feature of each cell and, last, their number.
  private var edges: [Int] {
    let cells = min(loss.featureCount, Self.greatestCellCount)
    return (0...max(1, cells)).map { $0 * loss.featureCount / max(1, cells) }
  }

  public var figure: Figure {
    let edges = edges
    let isAggregated = edges.count - 1 < loss.featureCount
    let ranges = zip(edges, edges.dropFirst()).map { $0..<$1 }
    let scale = Scale(.linear, from: -1, to: 1)
    let cells = HeatCells(
      xEdges: edges.map(Double.init), yEdges: edges.map(Double.init),
      values: ranges.indices.flatMap { row in
        ranges.indices.map { column in value(of: ranges[row], ranges[column], onDiagonal: row == column) }
      }, scale: scale, ramp: .diverging)
    let title = "cross-correlation"
    func axis(_ view: String) -> Axis {
      Axis(
        title: "feature of the \(view) view", scale: Scale(.linear, from: 0, to: Double(loss.featureCount)),
        tickFormat: .integer)
    }
    let notes =
      isAggregated
      ? ["\(loss.featureCount) features in \(ranges.count) cells: mean on the diagonal, root mean square elsewhere"]
      : []
    let chart = Chart(
      title: title, xAxis: axis("second"), yAxis: axis("first"),
      marks: [Mark(.cells(cells), role: .series(0), name: title)],
      colorBar: ColorBar(title: "C", scale: scale, ramp: .diverging), notes: notes)
    return Figure(chart, findings: findings.map { Finding($0) })
  }

  private func value(of rows: Range<Int>, _ columns: Range<Int>, onDiagonal: Bool) -> Double {
    let d = loss.featureCount
    if onDiagonal { return rows.reduce(0) { $0 + loss.crossCorrelation[$1 * d + $1] } / Double(max(1, rows.count)) }
    if rows.count == 1, columns.count == 1 {
      return loss.crossCorrelation[rows.lowerBound * d + columns.lowerBound]
    }
    var squares = 0.0
    for i in rows {
      for j in columns {
        let c = loss.crossCorrelation[i * d + j]
        squares += c * c
      }
    }
    return (squares / Double(max(1, rows.count * columns.count))).squareRoot()
  }

  private var findings: [String] {
    let d = loss.featureCount
    let diagonal = (0..<d).map { loss.crossCorrelation[$0 * d + $0] }
    let mean = diagonal.reduce(0, +) / Double(max(1, d))
    let pairs = d * (d - 1)
    var lines = [
      "loss \(loss.loss(lambda: lambda).shortText) = invariance \(loss.invariance.shortText) + "
        + "\(lambda.shortText) · redundancy \(loss.redundancy.shortText)",
      "ln(L)/d = \(loss.logarithmPerFeature(lambda: lambda).shortText), d = \(d), N = \(loss.sampleCount), \(loss.variant.rawValue)",
      "the views agree on a feature with C = \(mean.shortText) on average, at least \((diagonal.min() ?? 0).shortText)",
    ]
    if pairs > 0 {
      // Of features that have nothing in common C is about 1/√N.
      let typical = (loss.redundancy / Double(pairs)).squareRoot()
      let chance = 1 / Double(max(1, loss.sampleCount)).squareRoot()
      lines.append(
        "different features correlate by \(typical.shortText) (root mean square), \(chance.shortText) would be chance")
    }
    let silent = diagonal.count { $0 == 0 }
    if silent > 0 { lines.append("\(silent) of \(d) features have C = 0: constant in a view") }
    return lines
  }
}
