/// Counts of right answers.
struct ProbeScore {
  private(set) var top1 = 0
  private(set) var top5 = 0
  private(set) var counts: [Int]
  private(set) var correct: [Int]

  init(classCount: Int) {
    counts = [Int](repeating: 0, count: classCount)
    correct = counts
  }

  var rowCount: Int { counts.reduce(0, +) }

  /// Adds rows by their scores, n × C, row-major, and their classes. What is not a number is no right answer.
  mutating func add(_ scores: [Double], classes: [Int]) {
    let c = counts.count
    scores.withUnsafeBufferPointer { scores in
      for (i, number) in classes.enumerated() {
        let own = scores[i * c + number]
        var ahead = -1
        for j in 0..<c where !(scores[i * c + j] < own) { ahead += 1 }
        counts[number] += 1
        if ahead == 0 {
          top1 += 1
          correct[number] += 1
        }
        if ahead < 5 { top5 += 1 }
      }
    }
  }
}
