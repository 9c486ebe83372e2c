/// Numbers in order, the largest or those nearest to an aim first, equal ones on the same rank.
public struct OrderedValues: Sendable, Equatable {
  public struct Place: Sendable, Equatable {
    /// Place among the given numbers.
    public let index: Int
    /// 1 + the number of those that are better.
    public let rank: Int
    /// Whether others have the same rank.
    public let isTied: Bool
  }

  /// The best first; equal ones in the order given.
  public let places: [Place]

  /// O(n log n). What is not finite has no place.
  ///
  /// - Parameter aim: the best value there could be; nil where larger is better.
  public init(_ values: [Double], toward aim: Double?) {
    func distance(_ index: Int) -> Double { aim.map { abs(values[index] - $0) } ?? -values[index] }
    let order = values.indices.filter { values[$0].isFinite }
      .sorted { distance($0) != distance($1) ? distance($0) < distance($1) : $0 < $1 }
    var places: [Place] = []
    var start = 0
    while start < order.count {
      let end = order[start...].firstIndex { distance($0) != distance(order[start]) } ?? order.count
      places += order[start..<end].map { Place(index: $0, rank: start + 1, isTied: end - start > 1) }
      start = end
    }
    self.places = places
  }
}
