import Analysis
import LinearAlgebra
import Naming
import RunCatalog
import Spectra
import SystemPackage
import TensorFiles

extension DumpAnalysis {
  /// A measure that needs a pass of its own, nil where the file does not hold what it is about.
  func value(of measure: Measure, _ first: borrowing FeaturePass) throws -> Double? {
    switch measure {
    case .selfCluster:
      let needed = SelfCluster.byteCount(featureCount: first.featureCount)
      guard needed <= configuration.memoryLimit else {
        throw LinearAlgebraError.tooMuchMemory(needed: needed, limit: configuration.memoryLimit)
      }
      var cluster = try SelfCluster(featureCount: first.featureCount)
      var pass = try again(first)
      try pass.rows { cluster.add($0) }
      return cluster.value()
    case .lidar:
      // Of objects × views × features: a row of the flattened array holds all views of an object.
      let name = dump.path.lastComponent?.string ?? ""
      guard FileRole(name: name, axisCount: first.axisLengths.count) == .views else { return nil }
      var pass = try again(first, tokens: .flatten)
      let viewCount = first.axisLengths[1]
      var lidar = try LiDAR(viewCount: viewCount, featureCount: pass.featureCount / viewCount)
      try pass.rows { lidar.add($0) }
      return try lidar.value()
    case .alpha, .rankMe, .effectiveRank, .participationRatio, .stableRank, .conditionNumber:
      return nil
    }
  }

  /// Another pass over the same rows; a file that has been replaced meanwhile has nothing to do with the first.
  ///
  /// - Parameter tokens: nil for what becomes of further axes in the first.
  private func again(_ first: borrowing FeaturePass, tokens: TokenPooling? = nil) throws -> FeaturePass {
    var features = Features(dump.files, mode: mode, seenAs: first.identity)
    features.tokens = tokens ?? features.tokens
    return FeaturePass(try features.open())
  }
}
