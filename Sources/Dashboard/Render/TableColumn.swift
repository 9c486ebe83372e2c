import Analysis
import ChartCells
import Charts

/// A column of the table of models, besides the name.
enum TableColumn: CaseIterable {
  // In the order on the screen.
  case shape, alpha, rSquared, effectiveRank, spectrum, accuracy, state

  var title: String {
    switch self {
    case .shape: "N×D"
    case .alpha: "α"
    case .rSquared: "R²"
    case .effectiveRank: "eff.rank"
    case .spectrum: "spectrum"
    case .accuracy: "acc"
    case .state: "state"
    }
  }

  var width: Int {
    switch self {
    case .shape: 10
    case .alpha: 11
    case .rSquared: 5
    case .effectiveRank: 8
    case .spectrum: 9
    case .accuracy: 6
    case .state: 8
    }
  }

  /// What a narrow terminal keeps, the most wanted first.
  private static let byImportance: [TableColumn] = [
    .alpha, .accuracy, .state, .rSquared, .effectiveRank, .spectrum, .shape,
  ]
  /// λ relative to λ₁, the same for all rows, so that steeper spectra look steeper.
  private static let sketchScale = Scale(.logarithmic, from: 1e-5, to: 1)
  /// The space between two columns.
  static let gap = 2
  /// Columns of the name that no other column may take.
  private static func nameWidth(of width: Int) -> Int { min(38, max(29, width / 2 - 4)) }

  /// The columns that fit beside the name, in the order on the screen.
  static func fitting(width: Int) -> [TableColumn] {
    var left = width - nameWidth(of: width)
    let kept = byImportance.prefix { column in
      left -= column.width + gap
      return left >= 0
    }
    return allCases.filter(kept.contains)
  }

  /// What stands behind the title.
  var remark: String { self == .alpha ? " ± SE" : "" }
  /// Whether texts begin where the column begins: numbers with something behind them stay below one another.
  var isLeftAligned: Bool { self == .alpha || self == .state }

  /// What the column says about a dump that is done.
  ///
  /// An asterisk marks what is not like the rest of its column: α fitted by settings of its own, an accuracy that is not of this
  /// checkpoint.
  func text(_ record: AnalysisRecord, hasOwnFit: Bool, canvas: ChartCanvas) -> String {
    switch self {
    case .shape: DumpText.shape(record.shape)
    case .alpha: alpha(record) + (hasOwnFit ? "*" : "")
    case .rSquared: NumberText.fixed(record.summary?.fit?.rSquared, 3)
    case .effectiveRank: NumberText.fixed(record.summary?.ranks?.effectiveRank, 2)
    case .spectrum: Sparkline(canvas: canvas).text(record.summary?.sketch ?? [], width: width, scale: Self.sketchScale)
    case .accuracy: NumberText.fixed(record.accuracy?.value, 2) + (record.accuracy?.join == .lastOfRun ? "*" : "")
    case .state: ""
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

extension AnalysisRecord {
  /// Whether there is something to know about the numbers themselves. That α is still moving with N is no news of one row: it
  /// mostly holds for all, and is said in the details.
  var needsAttention: Bool {
    failure != nil || warnings.contains { $0.code != .metricOfLaterCheckpoint && $0.code != .fewSamples }
  }
}
