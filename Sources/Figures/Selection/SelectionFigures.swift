public import Charts
public import Goldilocks

/// A replay of the selection procedure as charts: how likely a model is probed against one over its step, and how many are probed
/// against how many there are. Both are in the paper; the procedure by a key that knows nothing stands beside them.
public struct SelectionFigures {
  public var replay: SelectionReplay
  /// What models were chosen by, for people: `α`.
  public var key: String

  public init(_ replay: SelectionReplay, key: String) {
    self.replay = replay
    self.key = key
  }

  /// Probability of a probe against 1/step, which the dashed line would be.
  public var probability: Chart {
    func points(_ outcome: SelectionOutcome) -> [DataPoint] {
      zip(outcome.probesPerStep, replay.batchSizes).enumerated().map { index, step in
        DataPoint(x: 1 / Double(index + 1), y: step.0 / Double(step.1))
      }
    }
    let reference = Mark(
      .line([DataPoint(x: 0, y: 0), DataPoint(x: 1, y: 1)]), role: .reference, lineStyle: .dashed)
    let (own, blind) = curves(points)
    return Chart(
      xAxis: Axis(title: "1/step", scale: Scale(.linear, from: 0, to: 1)),
      yAxis: Axis(title: "probability of a probe", scale: Scale(.linear, from: 0, to: 1.05)),
      marks: [reference] + blind + own, legend: legend(own, blind) + [LegendEntry("1/step", for: reference)])
  }

  /// Probes against models offered, M × step, with all of them as a line and the fit of M·Σ1/s.
  public var growth: Chart {
    let offered = sums(replay.batchSizes.map(Double.init))
    func points(_ outcome: SelectionOutcome) -> [DataPoint] {
      zip(offered, sums(outcome.probesPerStep)).map { DataPoint(x: $0, y: $1) }
    }
    let end = Double(replay.modelCount)
    let all = Mark(
      .line([DataPoint(x: 0, y: 0), DataPoint(x: end, y: end)]), role: .reference, lineStyle: .dotted)
    let fitted = zip(offered, replay.growth.harmonic).map { DataPoint(x: $0, y: replay.growth.ratio * $1) }
    let fit = Mark(.line(fitted), role: .fit, lineStyle: .dashed)
    let (own, blind) = curves(points)
    return Chart(
      xAxis: Axis(title: "M × step", scale: Scale(.linear, from: 0, to: end), tickFormat: .integer),
      yAxis: Axis(title: "probes", scale: Scale(.linear, from: 0, to: end * 1.05), tickFormat: .integer),
      marks: [all, fit] + blind + own,
      legend: legend(own, blind) + [
        LegendEntry("\(replay.growth.ratio.shortText) · M·Σ1/s", for: fit), LegendEntry("every model", for: all),
      ])
  }

  /// The procedure, and the same by shuffled keys: each a line with its points.
  private func curves(_ points: (SelectionOutcome) -> [DataPoint]) -> (own: [Mark], blind: [Mark]) {
    func curve(_ outcome: SelectionOutcome, _ name: String, _ series: Int) -> [Mark] {
      let data = points(outcome)
      return [
        Mark(.line(data), role: .series(series), z: 1 - series),
        Mark(.points(data), role: .series(series), name: name, z: 2 - series),
      ]
    }
    return (curve(replay.selection, key, 0), curve(replay.shuffledKey, "shuffled \(key)", 1))
  }

  private func legend(_ own: [Mark], _ blind: [Mark]) -> [LegendEntry] {
    [own.last, blind.last].compactMap { $0 }.map { LegendEntry($0.name ?? "", for: $0) }
  }

  private func sums(_ values: [Double]) -> [Double] {
    var sum = 0.0
    return values.map { value in
      sum += value
      return sum
    }
  }
}
