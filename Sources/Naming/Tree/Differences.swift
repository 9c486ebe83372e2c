/// How often names have each value at a place, and at which places they differ.
struct Differences {
  private var counts: [String: [String: Int]] = [:]
  /// At how many places names differ: mostly at none, and then nobody has to ask.
  private(set) var count = 0

  /// Whether names have several values at the place.
  func differ(at place: String) -> Bool { (counts[place]?.count ?? 0) > 1 }

  /// - Returns: whether names differ at the place only since now.
  mutating func insert(_ value: String, at place: String) -> Bool {
    let didDiffer = differ(at: place)
    counts[place, default: [:]][value, default: 0] += 1
    guard differ(at: place), !didDiffer else { return false }
    self.count += 1
    return true
  }

  /// - Returns: whether names differ at the place no more.
  mutating func remove(_ value: String, at place: String) -> Bool {
    let didDiffer = differ(at: place)
    guard let count = counts[place]?[value] else { return false }
    counts[place]?[value] = count > 1 ? count - 1 : nil
    if counts[place]?.isEmpty == true { counts[place] = nil }
    guard didDiffer, !differ(at: place) else { return false }
    self.count -= 1
    return true
  }
}
