import Figures
import Goldilocks

/// What `rank --group` adds: the measure by kind of models, of those of one N × D.
struct KindComparisonJSON: Encodable {
  struct Group: Encodable {
    let group: String
    let n: Int
    let mean: Double
    let deviation: OrNull<Double>
    /// 95 %, of the mean.
    let interval: OrNull<[Double]>

    init(_ kind: KindComparison.Kind) {
      group = kind.name
      n = kind.summary.count
      mean = kind.summary.mean
      deviation = OrNull(kind.summary.standardDeviation)
      interval = OrNull(kind.summary.meanInterval.map { [$0.lowerBound, $0.upperBound] })
    }
  }

  struct Difference: Encodable {
    let f: OrNull<Double>
    let freedom: [Int]
    let p: Double
    let share: Double

    init(_ difference: GroupDifference) {
      f = OrNull(finite: difference.ratio)
      freedom = [difference.numeratorFreedom, difference.denominatorFreedom]
      p = difference.pValue
      share = difference.share
    }
  }

  let name: String
  let n: Int
  /// Null where shapes do not matter.
  let sampleCount: OrNull<Int>
  let featureCount: OrNull<Int>
  let leftOut: Int
  let groups: [Group]
  let difference: OrNull<Difference>
  let words: [String]

  init(_ comparison: KindComparison) {
    name = comparison.kind.name
    n = comparison.models.count
    sampleCount = OrNull(comparison.shape?.sampleCount)
    featureCount = OrNull(comparison.shape?.featureCount)
    leftOut = comparison.leftOutCount
    groups = comparison.kinds.map(Group.init)
    difference = OrNull(comparison.difference.map(Difference.init))
    words = comparison.findings.map(\.text)
  }
}
