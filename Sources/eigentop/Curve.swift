import ArgumentParser

/// What a record can hold besides scalars, on request.
enum Curve: String, CaseIterable, ExpressibleByArgument {
  /// α for first × last ranks.
  case alphaByRange
  /// rₖ and Rₖ.
  case benignEffectiveRanks
}
