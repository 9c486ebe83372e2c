import Glibc
import LinearAlgebra
import NumericalTesting

/// The leading eigenvalues that a preview shows, against all of them.
struct PreviewBenchmark {
  let featureCount: Int
  let effort: Effort

  /// As many as the usual fit takes.
  private static let rankCount = 100

  /// The leading eigenvalues are not those of the full solution.
  struct Disagreement: Error, CustomStringConvertible {
    let difference: Double
    var description: String { "a preview's eigenvalues are off by \(difference)" }
  }

  func figures() throws -> [Figure] {
    let moments = try powerLawMoments()
    let name = "preview D=\(featureCount)"
    return [
      try Figure(
        name, "\(Self.rankCount) leading eigenvalues / all of them", repetitions: effort.slowRepetitions
      ) {
        var leading: [Double]?
        let preview = seconds { leading = moments.leadingEigenvalues(Self.rankCount) }
        let second = moments
        var all: [Double] = []
        let full = try seconds { all = try second.spectrum() }
        let difference = zip(leading ?? [], all).map { abs($0 / $1 - 1) }.max() ?? .infinity
        guard difference < 1e-8 else { throw Disagreement(difference: difference) }
        return preview / full
      }
    ]
  }

  /// Of features whose variances decay as 1/k.
  private func powerLawMoments() throws -> SecondMoments {
    var generator = SeededGenerator(seed: UInt64(featureCount))
    let scales = (1...featureCount).map { 1 / Double($0).squareRoot() }
    var moments = try MomentsAccumulator(featureCount: featureCount)
    var block = RowBlock(capacity: 256, columnCount: featureCount)
    block.setRowCount(256)
    while moments.sampleCount < featureCount + featureCount / 4 {
      for k in block.values.indices { block.values[k] = scales[k % featureCount] * generator.normal() }
      moments.add(block)
    }
    return moments.covariance()
  }
}
