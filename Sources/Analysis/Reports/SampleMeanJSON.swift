import Spectra

/// A mean with its spread and its error.
struct SampleMeanJSON: Encodable {
  private let count: Int
  private let mean, standardDeviation, standardError: JSONNumber

  init(_ value: SampleMean) {
    count = value.count
    mean = JSONNumber(value.mean)
    standardDeviation = JSONNumber(value.standardDeviation)
    standardError = JSONNumber(value.standardError)
  }
}
