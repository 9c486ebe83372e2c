extension String {
  /// The least number of characters to insert, delete or replace to get another text (Levenshtein).
  package func editDistance(to other: String) -> Int {
    var distances = Array(0...other.count)
    for (row, character) in enumerated() {
      var diagonal = distances[0]
      distances[0] = row + 1
      for (column, wanted) in other.enumerated() {
        let replacing = diagonal + (character == wanted ? 0 : 1)
        diagonal = distances[column + 1]
        distances[column + 1] = Swift.min(replacing, diagonal + 1, distances[column] + 1)
      }
    }
    return distances[other.count]
  }

  /// The first of these that takes the fewest changes; nil for none.
  package func nearest(in known: [String]) -> String? {
    known.min { editDistance(to: $0) < editDistance(to: $1) }
  }
}
