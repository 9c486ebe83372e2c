import Dispatch
import LinearAlgebra
import NumericalTesting
import Spectra
import Synchronization

/// One population to draw from, and how many rows.
struct CoverageSetting {
  /// What one draw says.
  struct Trial {
    let alpha: Double
    let uncertainty: Uncertainty
  }

  let decay: Double
  let sampleCount: Int
  let featureCount: Int

  /// Independent draws, on all cores; those without an interval are not counted.
  func trials(_ count: Int) -> [Trial] {
    let trials = Mutex<[Trial]>([])
    DispatchQueue.concurrentPerform(iterations: count) { number in
      guard let trial = try? trial(seed: UInt64(number)) else { return }
      trials.withLock { $0.append(trial) }
    }
    return trials.withLock { $0 }
  }

  private func trial(seed: UInt64) throws -> Trial? {
    var generator = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(sampleCount) &+ UInt64(decay * 1000))
    let rows = RowBlock(rows: generator.powerLawRows(sampleCount, features: featureCount, decay: decay))
    var all = try MomentsAccumulator(featureCount: featureCount)
    all.add(rows)
    let spectrum = try Eigenspectrum(all.covariance(), featureCount: featureCount, unitRoundoff: 0)
    var groups = try GroupedMoments(
      RowGroups(ReplicateSpectra.groupCount, ofRows: sampleCount), featureCount: featureCount)
    groups.add(rows)
    var replicates: [Eigenspectrum] = []
    try groups.forEachLeaveOneOut { _, moments in
      replicates.append(try Eigenspectrum(moments, featureCount: featureCount, unitRoundoff: 0))
    }
    let fit = try PowerLawFit(spectrum, range: .standard)
    return Uncertainty(estimate: fit.alpha, replicates: replicates.compactMap(fit.alpha(on:))).map {
      Trial(alpha: fit.alpha, uncertainty: $0)
    }
  }
}
