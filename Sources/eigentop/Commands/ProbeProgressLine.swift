import Spectra

/// How far a probe has come, as a line on the terminal.
struct ProbeProgressLine {
  func show(_ progress: ProbeProgress) {
    let text =
      switch progress {
      case .training(let rows, let count): "training: \(rows) of \(count) rows"
      case .searching(let steps): "training: step \(steps)"
      case .testing(let rows, let count): "testing: \(rows) of \(count) rows"
      }
    StandardStreams.printProgress(text)
  }
}
