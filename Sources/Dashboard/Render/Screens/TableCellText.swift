import Analysis
import ChartCells
import Charts

extension TableColumn {
  /// λ relative to λ₁, the same for all rows, so that steeper spectra look steeper.
  private static let sketchScale = Scale(.logarithmic, from: 1e-5, to: 1)

  /// What stands behind the title.
  var remark: String { self == .alpha ? " ± SE" : "" }
  /// Whether texts begin where the column begins: numbers with something behind them stay below one another.
  var isLeftAligned: Bool { self == .alpha || self == .state }

  /// What the column says about a dump that is done.
  ///
  /// An asterisk marks what is not like the rest of its column: α fitted by settings of its own, a metric that is not of this
  /// checkpoint, or that somebody typed.
  func text(_ record: AnalysisRecord, hasOwnFit: Bool, canvas: ChartCanvas) -> String {
    switch self {
    case .shape: DumpText.shape(record.shape)
    case .spectrum: Sparkline(canvas: canvas).text(record.summary?.sketch ?? [], width: width, scale: Self.sketchScale)
    case .state: ""
    case .alpha: alpha(record) + (hasOwnFit ? "*" : "")
    case .rSquared: NumberText.fixed(record.summary?.fit?.rSquared, 3)
    case .effectiveRank: NumberText.fixed(record.summary?.ranks?.effectiveRank, 2)
    case .accuracy: NumberText.fixed(record.accuracy?.value, 2) + (record.accuracy.map { $0.join.mark } ?? "")
    case .quantity(let quantity):
      NumberText.significant(quantity.value(of: record)) + (record.dump.metrics[quantity.name]?.join.mark ?? "")
    }
  }

  /// α with its standard error, `1.234±.012`, where that is known.
  private func alpha(_ record: AnalysisRecord) -> String {
    let value = NumberText.fixed(record.alpha, 3)
    guard let error = record.uncertainty?.measures[.alpha]?.standardError else { return value }
    let digits = NumberText.fixed(error, 3)
    return "\(value)±\(digits.hasPrefix("0.") ? String(digits.dropFirst()) : digits)"
  }
}

extension Metric.Join {
  fileprivate var mark: String { self == .lastOfRun || self == .carried || self == .typed ? "*" : "" }

  /// What is said behind a value.
  var remark: String {
    switch self {
    case .checkpoint, .probed: ""
    case .carried: " (carried)"
    case .lastOfRun: " (run's last)"
    case .typed: " (typed)"
    }
  }
}
