import LinearAlgebra

/// Trains one kind of probe.
struct ProbeTrainer {
  let method: ProbeResult.Method
  let penalty: Double?
  /// Bytes that are left to keep training rows in.
  let keptByteCount: Int

  /// Throws `tooMuchMemory` for more features and classes than the limit allows, before any is taken.
  init(
    method: ProbeResult.Method, penalty: Double?, featureCount: Int, classCount: Int, memoryLimit: Int
  ) throws(LinearAlgebraError) {
    let needed = Self.byteCount(method: method, featureCount: featureCount, classCount: classCount)
    guard needed <= memoryLimit else { throw .tooMuchMemory(needed: needed, limit: memoryLimit) }
    self.method = method
    self.penalty = penalty
    keptByteCount = memoryLimit - needed
  }

  /// What a probe needs beside the rows that it keeps; `Int.max` where BLAS's 32-bit indices cannot count its weights.
  static func byteCount(method: ProbeResult.Method, featureCount d: Int, classCount c: Int) -> Int {
    let (weightCount, overflow) = (d + 1).multipliedReportingOverflow(by: c)
    guard !overflow, weightCount <= Int32.max, method == .logistic || d <= SymmetricMatrix.greatestOrder else {
      return .max
    }
    let batch = RowBlock.recommendedRowCount(columnCount: d)
    // A block as it is read, its rows together, standardised, shifted; and scores.
    let rows = batch * (4 * d + c)
    let own =
      switch method {
      case .ridge: d * d + 5 * weightCount
      case .logistic: (2 * LimitedMemoryBFGS.historyCount + 8) * weightCount
      }
    return MemoryLayout<Double>.size * (rows + own)
  }

  func train(
    on data: ProbeData, labels: [Int], progress: (ProbeProgress) -> Void
  ) throws -> TrainedProbe {
    let standardization = try Standardization(data) { progress(.training(rows: $0 / 2, of: data.rowCount)) }
    if let missing = standardization.classCounts.firstIndex(of: 0) {
      throw ProbeError.missingInTraining(label: labels[missing])
    }
    // A ridge goes through them once.
    let rows = StandardizedRows(data, standardization, keeping: method == .ridge ? 0 : keptByteCount)
    switch method {
    case .ridge:
      var ridge = try RidgeProbe(featureCount: standardization.featureCount, classCount: data.classCount)
      var count = 0
      try rows.forEachBatch { batch, classes in
        ridge.add(batch, classes: classes)
        count += batch.rowCount
        progress(.training(rows: (data.rowCount + count) / 2, of: data.rowCount))
      }
      let solution = try (consume ridge).solution(penalty: penalty)
      return TrainedProbe(
        method: method, penalty: solution.penalty, standardization: standardization,
        classifier: LinearClassifier(weights: solution.weights, intercepts: solution.intercepts), optimization: nil)
    case .logistic:
      let lossWeight = penalty ?? 0.1
      let solution = try LogisticProbe(lossWeight: lossWeight).train(on: rows) { progress(.searching(steps: $0)) }
      return TrainedProbe(
        method: method, penalty: lossWeight, standardization: standardization, classifier: solution.classifier,
        optimization: solution.optimization)
    }
  }
}
