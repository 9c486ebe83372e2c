/// What the chart of the spectrum screen shows of its dump.
enum SpectrumViewKind: Sendable, Equatable, CaseIterable {
  /// λ against rank, with the fit.
  case eigenvalues
  /// The share of the variance in the first ranks.
  case cumulative
  /// α against the last fitted rank, a curve for each of some first ranks.
  case alphaByRange
  /// α against the number of rows that it is computed from.
  case alphaByRows
  /// Bartlett's effective ranks of the tail behind each rank.
  case benignRanks

  var next: SpectrumViewKind {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
