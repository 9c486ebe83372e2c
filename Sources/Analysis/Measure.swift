/// A scalar of a spectrum that can be asked for by name. The raw values are the names in the JSON of a record.
public enum Measure: String, Sendable, CaseIterable {
  case alpha, effectiveRank, participationRatio, stableRank, conditionNumber
}
