import Analysis
import Charts
import Goldilocks

/// What is drawn of the best α among some models, three things apart: the prior, a rule; the better half of the data, a band with
/// bars for how sure its bounds are; and, where the data show one, the optimum of a parabola.
public struct ZoneMarks {
  private(set) var marks: [Mark] = []
  private(set) var legend: [LegendEntry] = []
  /// Whether there is an optimum or only a slope.
  private(set) var verdict: Finding?
  /// How sure the bounds of the better half are.
  private(set) var bounds: Finding?
  /// The parabola, where it has an optimum; elsewhere a line says as much.
  private(set) var fit: SmoothFit?

  /// Where the paper found the best models: a prior, not a finding.
  public static let paperPrior = 1.0
  /// Draws of the bootstrap, and how many models may enter while somebody waits for a frame.
  private static let drawCount = 400
  private static let greatestModelCount = 300

  /// Empty where the axes are about something else.
  ///
  /// - Parameter foot: the y at which bars of bounds lie.
  init(_ scatter: ScatterFigure, _ xs: [Double], _ ys: [Double], foot: Double) {
    guard scatter.x.name == Measure.alpha.rawValue else { return }
    let isRank = scatter.y == .meanRank
    if isRank || scatter.y.isAccuracy {
      let scores = isRank ? ys.map { -$0 } : ys
      addZone(keys: xs, scores: scores, foot: foot)
      addVerdict(xs, ys, scores: scores, prior: scatter.prior)
    }
    let prior = Mark(.verticalRule(x: scatter.prior), role: .reference, lineStyle: .dotted)
    marks.append(prior)
    legend.append(LegendEntry(Self.title(ofPrior: scatter.prior), for: prior))
  }

  private mutating func addZone(keys: [Double], scores: [Double], foot: Double) {
    guard let zone = GoldilocksZone(keys: keys, scores: scores) else { return }
    let band = Mark(
      .xBand(from: zone.lowerBound ?? -.infinity, to: zone.upperBound ?? .infinity), role: .zone, lineStyle: .dashed)
    marks.append(band)
    legend.append(LegendEntry("better half", for: band))
    guard keys.count <= Self.greatestModelCount,
      let bootstrap = ZoneBootstrap(keys: keys, scores: scores, drawCount: Self.drawCount)
    else { return }
    let known = [(zone.lowerBound, bootstrap.lowerBound), (zone.upperBound, bootstrap.upperBound)]
    let bars = known.compactMap { bound, interval in
      bound.map { ErrorBar(point: DataPoint(x: $0, y: foot), xRange: interval) }
    }
    let whiskers = Mark(.errorBars(bars), role: .zone, marker: .hollowDiamond)
    marks.append(whiskers)
    legend.append(LegendEntry("its bounds, 95 %", for: whiskers))
    self.bounds = zone.finding(bootstrap, key: "α")
  }

  private mutating func addVerdict(_ xs: [Double], _ ys: [Double], scores: [Double], prior: Double) {
    guard let verdict = ZoneVerdict(keys: xs, scores: scores) else { return }
    self.verdict = verdict.finding(key: "α", prior: prior)
    guard case .optimum(let place, let interval) = verdict.shape, let parabola = SmoothFit(parabolaOf: xs, ys) else {
      return
    }
    fit = parabola
    let top = DataPoint(x: place, y: parabola.value(place))
    marks.append(Mark(.errorBars([ErrorBar(point: top, xRange: interval)]), role: .fit, z: 1))
    marks.append(Mark(.points([top]), role: .fit, marker: .star, z: 1))
  }

  /// `paper's prior α ≈ 1`, and another one for what it is.
  static func title(ofPrior prior: Double) -> String {
    prior == paperPrior ? "paper's prior α ≈ 1" : "prior α ≈ \(prior.shortText)"
  }
}
