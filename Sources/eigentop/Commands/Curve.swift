import ArgumentParser

/// What a record can hold besides scalars, on request.
enum Curve: String, CaseIterable {
  /// α for first × last ranks.
  case alphaByRange
  /// rₖ and Rₖ.
  case benignEffectiveRanks
}

/// Curves by name, separated by commas.
struct CurveList: ExpressibleByArgument {
  var curves: Set<Curve> = []

  init() {}

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    curves = Set(names.compactMap { Curve(rawValue: String($0)) })
    guard curves.count == names.count else { return nil }
  }

  var defaultValueDescription: String { "none" }
  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  static var allValueStrings: [String] { Curve.allCases.map(\.rawValue) }
}
