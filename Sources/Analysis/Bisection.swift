extension Array {
  /// The first index of whose element something holds that holds of all after it; the end where it holds of none.
  public func bisectedIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
