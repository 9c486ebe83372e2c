import Figures
import Foundation
import Goldilocks

/// What `rank --json` prints.
struct RankJSON: Encodable {
  struct Row: Encodable {
    /// 1 + the number of better models.
    let rank: Int
    let tied: Bool
    let value: Double
    let interval: OrNull<[Double]>
    let model: ModelJSON

    init(_ model: SweepModel, _ place: OrderedValues.Place, value: Double, interval: ClosedRange<Double>?) {
      rank = place.rank
      tied = place.isTied
      self.value = value
      self.interval = OrNull(interval.map { [$0.lowerBound, $0.upperBound] })
      self.model = ModelJSON(model)
    }

    /// For people.
    var name: String { model.title }
  }

  let by: String
  let toward: OrNull<Double>
  let n: Int
  let models: [Row]
  let group: OrNull<KindComparisonJSON>
}

/// One model in JSON: its run and layer, and the dumps that it was measured on, several where seeds are joined.
struct ModelJSON: Encodable {
  let run: String
  let layer: OrNull<String>
  let paths: [String]

  init(_ model: SweepModel) {
    run = model.representative.dump.run
    layer = OrNull(model.representative.dump.layer)
    paths = model.records.map(\.dump.path.string)
  }

  /// For people: the first of its dumps, and how many seeds there are besides.
  var title: String { (paths.first ?? run) + (paths.count > 1 ? " and \(paths.count - 1) more" : "") }
}

extension Double {
  /// As in the tables: three decimals, one from 100 on.
  var fixed: String { String(format: abs(self) >= 100 ? "%.1f" : "%.3f", self) }
}
