public import Analysis
import Charts
import Goldilocks

/// A quantity over two settings of the models: a cell for each pair of their values, seeds averaged.
public struct LandscapeFigure {
  public var records: [AnalysisRecord]
  public var x: Quantity
  public var y: Quantity
  /// What is shown by colour and number.
  public var value: Quantity
  public var selection: ModelSelection
  /// What must be known about the records to read it.
  public var remarks: [Finding]

  public init(
    _ records: [AnalysisRecord], x: Quantity, y: Quantity, value: Quantity,
    selection: ModelSelection = .lastCheckpoints, remarks: [Finding] = []
  ) {
    self.records = records
    self.x = x
    self.y = y
    self.value = value
    self.selection = selection
    self.remarks = remarks
  }

  /// nil where no model has all three. Of a measure, a cell has models of one N × D only.
  public var figure: Figure? {
    let models = records.models(selection) { record in
      [x, y, value].allSatisfy { $0.value(of: record, in: selection) != nil }
    }
    guard let columns = Binning(models.compactMap { x.value(of: $0) }),
      let rows = Binning(models.compactMap { y.value(of: $0) })
    else { return nil }
    var members = [[Int]](repeating: [], count: columns.count * rows.count)
    for (index, record) in models.enumerated() {
      guard let a = x.value(of: record), let b = y.value(of: record) else { continue }
      members[rows.bin(of: b) * columns.count + columns.bin(of: a)].append(index)
    }
    let leftOut = value.isMeasure ? keepShapes(of: models, in: &members) : []
    let means = members.map { cell in
      GroupSummary(cell.compactMap { value.value(of: models[$0], in: selection) })?.mean
    }
    let shown = means.compactMap { $0 }.filter(\.isFinite)
    let kind: Scale.Kind = Quantity.isLogarithmicByNature(values: shown) ? .logarithmic : .linear
    let scale = Scale(kind, fitting: shown)
    let best = best(of: means)
    let cells = HeatCells(
      xEdges: columns.edges, yEdges: rows.edges, values: means, texts: means.map { $0?.shortText ?? "" }, scale: scale,
      best: best)
    let mark = Mark(
      .cells(cells), role: .series(0), name: value.title,
      subjects: cells.shownCells.map { members[$0].last ?? 0 })
    let chart = Chart(
      title: value.title, xAxis: columns.axis(x), yAxis: rows.axis(y), marks: [mark],
      colorBar: ColorBar(title: value.title, scale: scale))
    return Figure(chart, of: models.map(\.id), findings: findings(models, members, columns, rows, best) + leftOut)
  }

  /// Leaves in each cell what has one N × D, of which measures depend on both: that which most of the models have, of those of the cell.
  private func keepShapes(of models: [AnalysisRecord], in members: inout [[Int]]) -> [Finding] {
    let shapes = models.map(KindComparison.MatchedShape.init)
    let counts = Dictionary(shapes.map { ($0, 1) }, uniquingKeysWith: +)
    var leftOut: [String] = []
    for cell in members.indices where Set(members[cell].map { shapes[$0] }).count > 1 {
      let kept = members[cell].max { (counts[shapes[$0]] ?? 0, $1) < (counts[shapes[$1]] ?? 0, $0) }.map { shapes[$0] }
      leftOut += members[cell].filter { shapes[$0] != kept }.map { models[$0].dump.nameInRun }
      members[cell].removeAll { shapes[$0] != kept }
    }
    return [Finding.leftOut(leftOut, one: "model", reason: "of another N × D than the others of its cell")].compactMap {
      $0
    }
  }

  /// The cell with the best value, of a quantity of which it is known what that is.
  private func best(of means: [Double?]) -> Int? {
    let shown = means.indices.filter { means[$0] != nil }
    if value == .meanRank { return shown.min { (means[$0] ?? 0) < (means[$1] ?? 0) } }
    return value.isAccuracy ? shown.max { (means[$0] ?? 0) < (means[$1] ?? 0) } : nil
  }

  private func findings(
    _ models: [AnalysisRecord], _ members: [[Int]], _ columns: Binning, _ rows: Binning, _ best: Int?
  ) -> [Finding] {
    let several = members.count { $0.count > 1 }
    let empty = members.count(where: \.isEmpty)
    var lines = [Finding("\(models.count) models,", selection.title)] + remarks
    if let best {
      let (column, row) = (columns.titles[best % columns.count], rows.titles[best / columns.count])
      lines.append(Finding("best: \(x.title) \(column),", "\(y.title) \(row)"))
    }
    if several > 0 {
      lines.append(Finding("\(several) \(several == 1 ? "cell is a mean" : "cells are means") of several models"))
    }
    if empty > 0 { lines.append(Finding("\(empty) of \(members.count) cells have no model")) }
    return lines
  }
}
