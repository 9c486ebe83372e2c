public import Analysis
import Charts

/// A quantity over the depth of models, a curve for each.
public struct LayersFigure {
  /// The layers of each model at one moment of training, from the first to the last.
  public var models: [RecordSeries]
  public var quantity: Quantity

  public init(_ models: [RecordSeries], quantity: Quantity) {
    self.models = models
    self.quantity = quantity
  }

  /// nil where no model has the quantity at two layers. Depth is the place of a layer among those of its model, and the axis has
  /// the name that most models have there; of equally common ones that of the first model.
  public var figure: Figure? {
    var curves = RecordCurves(of: quantity)
    var shown: [[AnalysisRecord]] = []
    for model in models {
      let measured = model.records.enumerated().compactMap { depth, record in
        quantity.value(of: record).map { (point: DataPoint(x: Double(depth + 1), y: $0), record: record) }
      }
      guard let curve = MeasuredCurve(measured, of: quantity) else { continue }
      curves.add(curve, title: model.title, isFocused: model.isFocused)
      shown.append(model.records)
    }
    let depths = shown.map(\.count).max() ?? 0
    let names = (0..<depths).map { depth in
      NamedValue(Double(depth + 1), Self.commonestLayer(of: shown.lazy.filter { $0.count > depth }.map { $0[depth] }))
    }
    return curves.figure(xTitle: "layer", names: names)
  }

  private static func commonestLayer(of records: some Sequence<AnalysisRecord>) -> String {
    let layers = records.map { $0.dump.layer ?? "" }
    let counts = Dictionary(layers.map { ($0, 1) }, uniquingKeysWith: +)
    // Of equals `max` takes the last.
    return layers.reversed().max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? ""
  }

  /// The same quantity of one model over layer and checkpoint, as a heat map; nil with fewer than two of either.
  public static func development(
    of model: [AnalysisRecord], layers: [String], quantity: Quantity, title: String = ""
  ) -> Figure? {
    let shownLayers = Set(layers)
    // A moment of none of these layers is no column.
    let moments = Set(model.filter { $0.dump.layer.map(shownLayers.contains) ?? false }.compactMap(\.dump.checkpoint))
      .sorted()
    guard moments.count > 1, layers.count > 1 else { return nil }
    var members = [Int?](repeating: nil, count: moments.count * layers.count)
    for (index, record) in model.enumerated() {
      guard let layer = record.dump.layer.flatMap(layers.firstIndex),
        let moment = record.dump.checkpoint.flatMap(moments.firstIndex)
      else { continue }
      members[layer * moments.count + moment] = index
    }
    let values = members.map { $0.flatMap { quantity.value(of: model[$0]) } }
    let shown = values.compactMap { $0 }.filter(\.isFinite)
    guard !shown.isEmpty else { return nil }
    let scale = Scale(Quantity.isLogarithmicByNature(values: shown) ? .logarithmic : .linear, fitting: shown)
    let cells = HeatCells(
      xEdges: (0...moments.count).map(Double.init), yEdges: (0...layers.count).map(Double.init), values: values,
      texts: values.map { $0?.shortText ?? "" }, scale: scale)
    let mark = Mark(
      .cells(cells), role: .series(0), name: quantity.title, subjects: cells.shownCells.map { members[$0] ?? 0 })
    let chart = Chart(
      title: title,
      xAxis: Axis(
        title: "checkpoint", scale: Scale(.linear, from: 0, to: Double(moments.count)),
        namedValues: moments.enumerated().map { NamedValue(Double($0.offset) + 0.5, "\($0.element)") }),
      yAxis: Axis(
        title: "layer", scale: Scale(.linear, from: 0, to: Double(layers.count)),
        namedValues: layers.enumerated().map { NamedValue(Double($0.offset) + 0.5, $0.element) }),
      marks: [mark], colorBar: ColorBar(title: quantity.title, scale: scale))
    return Figure(chart, of: model.map(\.id))
  }
}
