import Analysis
import Goldilocks

extension ScatterFigure {
  /// How many models there are, whether there is a best α, and how strong the relation is.
  ///
  /// - Parameter relation: the same in each group of points; nil where these are no kinds of models.
  func findings(
    _ xs: [Double], _ ys: [Double], _ models: [AnalysisRecord], _ zone: ZoneMarks, _ relation: GroupedRelation?
  ) -> [Finding] {
    let lines = Correlation.Coefficient.allCases.compactMap { coefficient in
      Correlation(coefficient, of: xs, with: ys).map { found in
        Finding(["\(coefficient.symbol) \(found.numbers):"] + words(for: found))
      }
    }
    let few = lines.isEmpty ? [Finding("too few different values for a correlation")] : []
    let warnings = isAboutAlpha ? Finding.comparability(of: models) : []
    return [Finding("n = \(xs.count),", selection.title)] + remarks + warnings
      + [relation?.paradox, zone.verdict].compactMap { $0 }
      + lines + few + [zone.bounds].compactMap { $0 } + (relation?.findings ?? [])
  }

  /// Strength and sign; where one of the quantities is a rank, of which less is better, which way is better.
  private func words(for found: Correlation) -> [String] {
    guard found.hasClearSign, (x == .meanRank) != (y == .meanRank) else { return [found.words] }
    let other = x == .meanRank ? y : x
    return [found.words + ",", "better with \(found.value < 0 ? "more" : "less") \(other.title)"]
  }

  private var isAboutAlpha: Bool { [x.name, y.name].contains(Measure.alpha.rawValue) }

  /// `+0.61`.
  static func text(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    return "\(value < 0 ? "−" : "+")\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  static func probability(_ value: Double) -> String {
    if value < 0.0005 { return "< 0.001" }
    let thousandths = Int((value * 1000).rounded())
    let digits = "\(thousandths % 1000)"
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

extension Correlation.Coefficient {
  fileprivate var symbol: String {
    switch self {
    case .pearson: "Pearson r"
    case .spearman: "Spearman ρ"
    case .kendall: "Kendall τ"
    }
  }
}
