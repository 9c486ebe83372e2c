import Charts
import Analysis

/// Values of a setting in bins: one for each distinct value where these are few, else ranges, of equal ratio where the values span
/// decades. Bins have the same width on the axis, whatever they hold.
struct Binning {
  /// What each bin is called.
  let titles: [String]
  /// The first value of every bin but the first.
  private let bounds: [Double]

  /// More distinct values than this are put in ranges.
  private static let greatestCount = 16
  private static let rangeCount = 12

  /// nil without a finite value.
  init?(_ values: [Double]) {
    let distinct = Set(values.filter(\.isFinite)).sorted()
    guard let least = distinct.first, let greatest = distinct.last else { return nil }
    guard distinct.count > Self.greatestCount else {
      titles = distinct.map(\.shortText)
      bounds = Array(distinct.dropFirst())
      return
    }
    let scale = Scale(least > 0 && greatest / least > 100 ? .logarithmic : .linear, from: least, to: greatest)
    let edges = (0...Self.rangeCount).map { scale.value(at: Double($0) / Double(Self.rangeCount)) }
    titles = zip(edges, edges.dropFirst()).map { "\($0.shortText)…\($1.shortText)" }
    bounds = Array(edges.dropFirst().dropLast())
  }

  var count: Int { titles.count }
  var edges: [Double] { (0...count).map(Double.init) }

  func bin(of value: Double) -> Int { bounds.count { $0 <= value } }

  func axis(_ quantity: Quantity) -> Axis {
    Axis(
      title: quantity.title, scale: Scale(.linear, from: 0, to: Double(count)),
      namedValues: titles.enumerated().map { NamedValue(Double($0.offset) + 0.5, $0.element) })
  }
}
