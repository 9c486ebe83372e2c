/// A scalar of a dump that can be asked for by name. The raw values are the names in the JSON of a record.
public enum Measure: String, Sendable, CaseIterable {
  case alpha, rankMe, effectiveRank, participationRatio, stableRank, conditionNumber, selfCluster, lidar

  /// What takes more than one pass over the features, or other features, and is computed only when it is asked for.
  public static let onRequest: Set<Measure> = [.selfCluster, .lidar]
  /// What one pass over the features yields: the default.
  public static let onePass = Set(allCases).subtracting(onRequest)
}
