import LinearAlgebra

/// Training rows as a probe sees them: standardised, in batches. Kept between passes where they fit, else read again.
final class StandardizedRows {
  let standardization: Standardization
  let classCount: Int
  private let data: ProbeData
  private let isKept: Bool
  private var kept: [(batch: RowBlock, classes: [Int])] = []
  private var isComplete = false

  /// - Parameter keeping: bytes that kept rows may take.
  init(_ data: ProbeData, _ standardization: Standardization, keeping byteLimit: Int) {
    self.data = data
    self.standardization = standardization
    classCount = data.classCount
    let (byteCount, overflow) = (8 * standardization.featureCount).multipliedReportingOverflow(by: data.rowCount)
    isKept = !overflow && byteCount <= byteLimit
  }

  /// Throws `CancellationError` within one batch of the task's cancellation, and what the rows or `body` throw.
  func forEachBatch(_ body: (borrowing RowBlock, [Int]) throws -> Void) throws {
    if isComplete {
      for (batch, classes) in kept {
        try Task.checkCancellation()
        try body(batch, classes)
      }
      return
    }
    kept = []
    var result = RowBlock(capacity: 0, columnCount: standardization.featureCount)
    try data.forEachBatch { batch, classes in
      standardization.apply(to: batch, into: &result)
      try body(result, classes)
      if isKept {
        kept.append((result, classes))
        result = RowBlock(capacity: 0, columnCount: standardization.featureCount)
      }
    }
    isComplete = isKept
  }
}
