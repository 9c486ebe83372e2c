import Analysis
import Charts
import Goldilocks

/// How the zone narrows, step by step: the models probed at each, over the bounds that held when they were chosen, and those to be
/// probed next.
public struct SelectionStepsFigure {
  public var board: SelectionBoard

  public init(_ board: SelectionBoard) { self.board = board }

  /// The width of a step over which its models are spread, in their order.
  private static let spread = 0.7

  /// nil without models.
  public var figure: Figure? {
    let (candidates, plan) = (board.candidates, board.plan)
    guard !candidates.models.isEmpty else { return nil }
    let kind: Scale.Kind = Quantity.isLogarithmicByNature(values: candidates.keys) ? .logarithmic : .linear
    let scale = Scale(kind, fitting: candidates.keys, margin: 0.06)
    let lastStep = plan.offers.count + (plan.batch.isEmpty ? 0 : 1)
    let zone = Mark(.area(area(until: lastStep, on: scale)), role: .zone)
    let best = Set(plan.best)
    let (probed, skipped, next) = points
    let groups: [(name: String, members: [Point], role: ChartRole, marker: MarkerShape?)] = [
      ("known, not needed", skipped, .dimmed, .hollowCircle),
      ("probed", probed.filter { !best.contains($0.place) }, .series(0), nil),
      ("best \(best.count)", probed.filter { best.contains($0.place) }, .series(1), nil),
      ("probe next", next, .series(2), .hollowDiamond),
    ]
    var marks = [zone]
    var legend = [LegendEntry("zone at each step", for: zone)]
    for group in groups where !group.members.isEmpty {
      let mark = Mark(
        .points(group.members.map(\.point)), role: group.role, marker: group.marker, name: group.name,
        subjects: group.members.map(\.place), z: 2)
      marks.append(mark)
      legend.append(LegendEntry(group.name, for: mark))
    }
    if let prior = candidates.prior {
      let rule = Mark(.horizontalRule(y: prior), role: .reference, lineStyle: .dotted)
      marks.append(rule)
      legend.append(LegendEntry(ZoneMarks.title(ofPrior: prior), for: rule))
    }
    let chart = Chart(
      title: "\(candidates.key.title) of the models at each step",
      xAxis: Axis(
        title: "step", scale: Scale(.linear, from: 0.5, to: Double(max(1, lastStep)) + 0.5), tickFormat: .integer),
      yAxis: Axis(title: candidates.key.title, scale: scale), marks: marks, legend: legend)
    return Figure(chart, of: candidates.models.map(\.representative.id), findings: findings)
  }

  /// A model, where it is drawn.
  private struct Point {
    var place: Int
    var point: DataPoint
  }

  /// Models beside one another at their steps.
  private var points: (probed: [Point], skipped: [Point], next: [Point]) {
    func points(_ places: [Int], at step: Int) -> [Point] {
      places.enumerated().map { index, place in
        let offset = places.count < 2 ? 0 : Double(index) / Double(places.count - 1) - 0.5
        return Point(
          place: place, point: DataPoint(x: Double(step) + offset * Self.spread, y: board.candidates.keys[place]))
      }
    }
    let offers = board.plan.offers.enumerated()
    return (
      offers.flatMap { points($0.element.probed, at: $0.offset + 1) },
      offers.flatMap { points($0.element.skipped, at: $0.offset + 1) },
      points(board.plan.batch, at: board.plan.offers.count + 1)
    )
  }

  /// At each step the bounds that its models were chosen by: those of the step before. Open ends reach to the edge.
  private func area(until lastStep: Int, on scale: Scale) -> [AreaPoint] {
    let open = -Double.infinity...Double.infinity
    let bounds = [open] + board.plan.procedure.steps.map(\.bounds)
    return bounds.prefix(max(1, lastStep)).enumerated().flatMap { step, bounds in
      let low = max(bounds.lowerBound, scale.value(at: 0))
      let high = min(bounds.upperBound, scale.value(at: 1))
      return [0.5, 1.5].map { AreaPoint(x: Double(step) + $0, low: low, high: high) }
    }
  }

  // MARK: In words

  private var findings: [Finding] {
    let isAboutAlpha = board.candidates.key.name == Measure.alpha.rawValue
    let warnings = isAboutAlpha ? Finding.comparability(of: board.candidates.models.flatMap(\.records)) : []
    return [recommendation] + cost + warnings + [board.candidates.remark].compactMap { $0 }
      + board.candidates.relationFindings
  }

  private var recommendation: Finding {
    let plan = board.plan
    guard plan.batch.isEmpty else {
      return Finding(
        "probe next: \(plan.batch.count) of \(plan.candidates.count) inside the zone;",
        "\(plan.spares.count) lie outside")
    }
    guard plan.spares.isEmpty else {
      return Finding("nothing to probe:", "the other \(plan.spares.count) lie outside the zone")
    }
    return Finding("nothing left to probe:", "all have \(board.candidates.accuracyName)")
  }

  /// What was spent, beside what the paper expects and what there is.
  private var cost: [Finding] {
    let procedure = board.plan.procedure
    guard !procedure.steps.isEmpty else { return [] }
    let expected = HarmonicGrowth.harmonic(parallel: procedure.parallel, stepCount: procedure.steps.count).last ?? 0
    let step = procedure.steps.count == 1 ? "1 step" : "\(procedure.steps.count) steps"
    return [
      Finding(
        "\(procedure.probeCount) probes in \(step);", "M·Σ1/s is \(expected.shortText),",
        "all would be \(board.candidates.models.count)"),
      Finding("zone now:", zone(procedure.bounds)),
    ]
  }

  private func zone(_ bounds: ClosedRange<Double>) -> String {
    let (key, low, high) = (board.candidates.key.title, bounds.lowerBound, bounds.upperBound)
    switch (low.isFinite, high.isFinite) {
    case (true, true): return "\(key) \(low.shortText) … \(high.shortText)"
    case (true, false): return "\(key) from \(low.shortText)"
    case (false, true): return "\(key) up to \(high.shortText)"
    case (false, false): return "any \(key)"
    }
  }
}
