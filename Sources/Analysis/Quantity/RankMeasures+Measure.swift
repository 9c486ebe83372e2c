import Spectra

extension RankMeasures {
  /// A rank measure by name; nil for a measure of another kind, and where features would be needed.
  func value(of measure: Measure) -> Double? {
    switch measure {
    case .rankMe: rankMe
    case .effectiveRank: effectiveRank
    case .participationRatio: participationRatio
    case .stableRank: stableRank
    case .conditionNumber: conditionNumber
    case .alpha, .selfCluster, .lidar: nil
    }
  }
}
