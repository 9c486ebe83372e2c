import Analysis
import LinearAlgebra
import TensorFiles

/// One reading of a dump from its first value to its last, in the pieces that the accumulation asks for.
struct FeaturePass: ~Copyable {
  private var reader: DumpReader
  let sampleCount: Int
  let featureCount: Int

  init(_ reader: consuming DumpReader) {
    sampleCount = reader.rowCount
    featureCount = reader.columnCount
    self.reader = reader
  }

  var shape: FeatureShape { FeatureShape(reader) }
  var unitRoundoff: Double { reader.stored.elementType.unitRoundoff }
  var leastSpacing: Double { reader.stored.elementType.leastSpacing }
  var axisLengths: [Int] { reader.stored.shape }
  var identity: SourceIdentity { reader.identity }
  /// Rows that are no samples apart, one after another: tokens of one image.
  var rowsPerItem: Int { reader.rowsPerItem }
  /// That bytes behind an array are not read, where there are any.
  var bytesBehind: AnalysisWarning? {
    reader.bytesBehind.map { behind in
      let name = behind.file.lastComponent?.string ?? ""
      return AnalysisWarning(
        .bytesBehind,
        "\(name) goes on behind its array: \(behind.byteCount) bytes are not read (further arrays, if np.save wrote into one open file)"
      )
    }
  }
  /// Rows that the headers promise, where not all of them are there; else nil.
  var promisedSampleCount: Int? { reader.promisedRowCount > sampleCount ? reader.promisedRowCount : nil }

  /// Hands out all rows, a block at a time.
  ///
  /// - Parameters:
  ///   - progress: called with the number of rows done, at most once per percent.
  ///   - add: takes a block of whole rows.
  /// - Throws: `TensorFileError`, and `CancellationError` within one block of the task's cancellation.
  mutating func rows(
    precision: AccumulationPrecision = .float64, progress: (Int) -> Void = { _ in },
    add: (borrowing RowBlock) throws -> Void
  ) throws {
    var block = RowBlock(
      capacity: min(sampleCount, RowBlock.recommendedRowCount(columnCount: featureCount, precision: precision)),
      columnCount: featureCount)
    var gauge = ProgressGauge(total: sampleCount)
    var done = 0
    while try reader.read(into: &block) {
      try Task.checkCancellation()
      try add(block)
      done += block.rowCount
      if gauge.advances(to: done) { progress(done) }
    }
  }

  /// Hands out all columns, a slab of all N rows at a time, for accumulations that need whole columns.
  mutating func slabs(progress: (Int) -> Void = { _ in }, add: (borrowing RowBlock) throws -> Void) throws {
    let width = GramAccumulator.recommendedSlabWidth(sampleCount: sampleCount)
    var gauge = ProgressGauge(total: sampleCount)
    for first in stride(from: 0, to: featureCount, by: width) {
      let columns = first..<min(first + width, featureCount)
      // The last one is narrower, so that slabs are not kept from one to the next.
      var slab = RowBlock(capacity: sampleCount, columnCount: columns.count)
      try reader.read(columns: columns, into: &slab)
      try Task.checkCancellation()
      try add(slab)
      // In rows, as if they came one after another.
      let done = Int(Double(sampleCount) * Double(columns.upperBound) / Double(featureCount))
      if gauge.advances(to: done) { progress(done) }
    }
  }

  /// The Gram matrix of all rows.
  mutating func gram(progress: (Int) -> Void) throws -> GramAccumulator {
    var gram = try GramAccumulator(rowCount: sampleCount)
    try slabs(progress: progress) { gram.add(columns: $0) }
    if gram.needsRestart {
      gram.restart()
      try slabs { _ in
      } add: {
        gram.add(columns: $0)
      }
    }
    return gram
  }

  /// Adds what is missing of the moments of a dump that grows.
  ///
  /// - Parameter progress: called with the number of rows done, and how many of them were there before, at most once per
  ///   percent of all.
  static func complete(
    _ moments: inout GrowingMoments, from reader: inout DumpReader, progress: (_ done: Int, _ first: Int) -> Void
  ) throws {
    var gauge = ProgressGauge(total: moments.rowCount)
    repeat {
      if moments.needsRestart { moments.restart() }
      switch moments.missing {
      case .nothing: return
      case .rows(let rows):
        let capacity = RowBlock.recommendedRowCount(columnCount: reader.columnCount)
        var block = RowBlock(capacity: min(rows.count, capacity), columnCount: reader.columnCount)
        reader.skip(toRow: rows.lowerBound)
        var done = rows.lowerBound
        while try reader.read(into: &block) {
          try Task.checkCancellation()
          moments.add(block)
          done += block.rowCount
          if gauge.advances(to: done) { progress(done, rows.lowerBound) }
        }
      case .columns(let columns):
        let width = GramAccumulator.recommendedSlabWidth(sampleCount: moments.rowCount)
        for first in stride(from: columns.lowerBound, to: columns.upperBound, by: width) {
          let part = first..<min(first + width, columns.upperBound)
          var slab = RowBlock(capacity: moments.rowCount, columnCount: part.count)
          try reader.read(columns: part, into: &slab)
          try Task.checkCancellation()
          moments.add(slab)
          // In rows, as if they came one after another.
          let done = Int(Double(moments.rowCount) * Double(part.upperBound) / Double(reader.columnCount))
          if gauge.advances(to: done) { progress(done, 0) }
        }
      }
    } while moments.needsRestart
  }

  /// The second moments of all rows, by the cheaper route. Throws `LinearAlgebraError` before it takes more than `memoryLimit`.
  mutating func secondMoments(
    memoryLimit: Int, precision: AccumulationPrecision, progress: (Int) -> Void
  ) throws -> SecondMoments {
    var moments = try FeatureMoments(
      sampleCount: sampleCount, featureCount: featureCount, memoryLimit: memoryLimit, precision: precision)
    if case .gram = moments {
      try slabs(progress: progress) { moments.add($0) }
      if moments.needsRestart {
        moments.restart()
        try slabs { _ in
        } add: {
          moments.add($0)
        }
      }
    } else {
      try rows(precision: precision, progress: progress) { moments.add($0) }
    }
    return try (consume moments).secondMoments()
  }
}

/// Tells when another percent is done.
private struct ProgressGauge {
  let total: Int
  private var percentTold = 0

  init(total: Int) { self.total = total }

  mutating func advances(to done: Int) -> Bool {
    let percent = Int(Double(done) / Double(total) * 100)
    guard percent > percentTold else { return false }
    percentTold = percent
    return true
  }
}

extension FeatureShape {
  /// Whether the arithmetic of one such dump is faster on several cores: in less than a tenth of a second, threads wait for one
  /// another.
  var gainsFromThreads: Bool {
    Double(sampleCount) * Double(featureCount) * Double(min(sampleCount, featureCount)) > 1e9
  }

  init(_ reader: borrowing DumpReader) {
    self.init(
      sampleCount: reader.rowCount, featureCount: reader.columnCount, dataType: reader.stored.elementType.name,
      tokens: reader.pooling)
  }
}
