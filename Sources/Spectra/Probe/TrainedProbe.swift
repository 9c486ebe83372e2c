import LinearAlgebra

/// A classifier with what it expects of its rows, and how it came to be.
struct TrainedProbe {
  let method: ProbeResult.Method
  let penalty: Double
  let standardization: Standardization
  let classifier: LinearClassifier
  let optimization: ProbeResult.Optimization?

  /// Throws what the rows throw.
  func score(of data: ProbeData, progress: (ProbeProgress) -> Void) throws -> ProbeScore {
    var score = ProbeScore(classCount: data.classCount)
    var rows = RowBlock(capacity: 0, columnCount: standardization.featureCount)
    var scores: [Double] = []
    var count = 0
    try data.forEachBatch { batch, classes in
      standardization.apply(to: batch, into: &rows)
      classifier.score(rows, into: &scores)
      score.add(scores, classes: classes)
      count += batch.rowCount
      progress(.testing(rows: count, of: data.rowCount))
    }
    return score
  }
}

extension ProbeResult {
  /// - Parameter rowCount: rows that there were, usable or not. Throws `noTestRows` where no test row was usable.
  init(
    _ probe: TrainedProbe, _ score: ProbeScore, split: ProbeSplit, labels: [Int], rowCount: Int
  ) throws(ProbeError) {
    let testCount = score.rowCount
    guard testCount > 0 else { throw .noTestRows }
    method = probe.method
    self.split = split
    penalty = probe.penalty
    trainingCount = probe.standardization.rowCount
    self.testCount = testCount
    nonFiniteRowCount = rowCount - trainingCount - testCount
    featureCount = probe.standardization.givenCount
    constantFeatureCount = featureCount - probe.standardization.featureCount
    classCount = labels.count
    top1 = Proportion(successes: score.top1, count: testCount)
    top5 = labels.count > 5 ? Proportion(successes: score.top5, count: testCount) : nil
    classes = labels.indices.map {
      ClassAccuracy(label: labels[$0], count: score.counts[$0], correct: score.correct[$0])
    }
    optimization = probe.optimization
    curve = nil
  }
}

extension ProbeResult.CurvePoint {
  init(_ result: ProbeResult) {
    trainingCount = result.trainingCount
    penalty = result.penalty
    top1 = result.top1
  }
}
