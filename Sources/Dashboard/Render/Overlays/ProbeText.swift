import Spectra

/// How far a linear probe is, or what came of it.
struct ProbeText {
  let text: String

  init(_ probe: OwnAccuracies.Probe) {
    text =
      switch probe {
      case .waiting: "waiting"
      case .running(let progress): Self.text(progress)
      case .done(let result):
        "\(Self.percent(result.top1.value)) % [\(Self.percent(result.top1.interval.lowerBound)), "
          + "\(Self.percent(result.top1.interval.upperBound))] of \(result.testCount)"
      case .failed: "failed"
      }
  }

  private static func text(_ progress: ProbeProgress) -> String {
    switch progress {
    case .training(let rows, let count): "training, \(rows * 100 / max(1, count)) %"
    case .searching(let steps): "training, step \(steps)"
    case .testing(let rows, let count): "testing, \(rows * 100 / max(1, count)) %"
    }
  }

  private static func percent(_ share: Double) -> String { NumberText.fixed(100 * share, 1) }
}
