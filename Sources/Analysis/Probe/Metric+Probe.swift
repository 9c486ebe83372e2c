public import Spectra

extension Metric {
  /// The top-1 accuracy of a linear probe, in percent, with Wilson's interval.
  public init(_ result: ProbeResult) {
    let interval = result.top1.interval
    self.init(
      value: 100 * result.top1.value, join: .probed, interval: 100 * interval.lowerBound...100 * interval.upperBound)
  }
}
