extension [UnitPoint] {
  /// A polyline that looks the same on `columns` columns and has at most four points for each visit to one: the first,
  /// lowest, highest and last that fell into it, in their order. Nothing is sampled, so no peak can be lost.
  ///
  /// Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation" (VLDB 2014). O(count).
  public func aggregated(intoColumns columns: Int) -> [UnitPoint] {
    guard columns > 0, count > columns else { return self }
    var result: [UnitPoint] = []
    var start = startIndex
    while start < endIndex {
      let column = (self[start].x * Double(columns)).rounded(.down)
      var (lowest, highest, last) = (start, start, start)
      while last + 1 < endIndex, (self[last + 1].x * Double(columns)).rounded(.down) == column {
        last += 1
        if self[last].y < self[lowest].y { lowest = last }
        if self[last].y > self[highest].y { highest = last }
      }
      var kept = -1
      for index in [start, Swift.min(lowest, highest), Swift.max(lowest, highest), last] where index > kept {
        result.append(self[index])
        kept = index
      }
      start = last + 1
    }
    return result
  }
}
