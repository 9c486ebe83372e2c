/// Which rows a probe is trained on, and which it is tested on.
public enum ProbeSplit: Sendable, Equatable {
  /// Stratified: of every class nearly this share of rows is trained on, drawn by a seed, the rest tested.
  case stratified(trainingFraction: Double, seed: UInt64)
  /// Rows to be tested come from elsewhere; all of the first are trained on.
  case given

  /// All rows in an order of which every beginning is stratified, so that beginnings are nested training sets.
  ///
  /// A seeded permutation numbers the rows of each class; row r of a class of n follows at (r + ½)/n, but the first of
  /// every class come before all others, so that no beginning of at least as many rows as classes lacks one.
  static func stratifiedOrder(classes: [Int], classCount: Int, seed: UInt64) -> [Int] {
    var generator = SplitMix64(seed: seed)
    let permutation = generator.permutation(classes.count)
    var sizes = [Int](repeating: 0, count: classCount)
    for number in classes { sizes[number] += 1 }
    var seen = [Int](repeating: 0, count: classCount)
    let places = permutation.enumerated().map { position, row in
      let number = classes[row]
      defer { seen[number] += 1 }
      let place = seen[number] == 0 ? 0 : (Double(seen[number]) + 0.5) / Double(sizes[number])
      return (place: place, position: position)
    }
    return places.sorted { ($0.place, $0.position) < ($1.place, $1.position) }.map { permutation[$0.position] }
  }

  /// The shares of the training rows at which a learning curve has its points.
  public static let curveFractions = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]

  /// The numbers of training rows that those shares come to, ascending: none below the number of classes, nor twice.
  static func curveCounts(trainingCount: Int, classCount: Int) -> [Int] {
    var counts: [Int] = []
    for fraction in curveFractions {
      let count = Int((fraction * Double(trainingCount)).rounded())
      if count >= classCount, counts.last.map({ count > $0 }) ?? true { counts.append(count) }
    }
    return counts
  }
}
