import Analysis
import LinearAlgebra
import Spectra
import SystemPackage
import TensorFiles

/// The way of a byte: rows of one file into moments, the moments' eigenvalues, and what is read off them.
struct DumpAnalysis {
  let dump: Dump
  let fitRange: FitRange
  /// Bytes that it may take; a dump that needs more is refused.
  let memoryLimit: Int

  /// What an analysis yields.
  struct Result {
    var record: AnalysisRecord
    var spectrum: Eigenspectrum?
  }

  /// Runs to the end on the calling thread, which it blocks. A file that cannot be analysed gives a record with the reason.
  ///
  /// - Parameter progress: called with the number of rows done, first with 0, then at most once per percent.
  /// - Throws: `CancellationError` within one block of the task's cancellation.
  func run(progress: (Int) -> Void) throws -> Result {
    do {
      return try analyse(progress: progress)
    } catch let error as TensorFileError {
      return Result(record: AnalysisRecord(dump: dump, failure: AnalysisFailure(error)))
    } catch let error as LinearAlgebraError {
      return Result(record: AnalysisRecord(dump: dump, failure: AnalysisFailure(error)))
    }
  }

  private func analyse(progress: (Int) -> Void) throws -> Result {
    progress(0)
    var reader = try DumpReader(opening: dump.path)
    let shape = FeatureShape(reader)
    // Before the block, whose size is the file's to choose.
    var moments = try FeatureMoments(
      sampleCount: shape.sampleCount, featureCount: shape.featureCount, memoryLimit: memoryLimit)
    var block = RowBlock(
      capacity: min(shape.sampleCount, DumpReader.recommendedBlockRows(columnCount: shape.featureCount)),
      columnCount: shape.featureCount)
    var rowsDone = 0
    var percentTold = 0
    while try reader.read(into: &block) {
      try Task.checkCancellation()
      moments.add(block)
      rowsDone += block.rowCount
      let percent = rowsDone * 100 / shape.sampleCount
      if percent > percentTold {
        percentTold = percent
        progress(rowsDone)
      }
    }
    let secondMoments = try moments.secondMoments()
    let nonFiniteRows = secondMoments.nonFiniteRowCount
    let spectrum = try Eigenspectrum(
      secondMoments, featureCount: shape.featureCount, unitRoundoff: reader.header.elementType.unitRoundoff)
    let summary = SpectrumSummary(spectrum, fitRange: fitRange, nonFiniteRows: nonFiniteRows)
    return Result(
      record: AnalysisRecord(dump: dump, shape: shape, summary: summary, fitRange: fitRange), spectrum: spectrum)
  }
}

extension FeatureShape {
  init(_ reader: borrowing DumpReader) {
    self.init(
      sampleCount: reader.rowCount, featureCount: reader.columnCount, dataType: reader.header.elementType.name)
  }
}

extension FeatureShape {
  /// Bytes that an analysis of this shape takes at its peak.
  var analysisByteCount: Int { FeatureMoments.byteCount(sampleCount: sampleCount, featureCount: featureCount) }
}

extension AnalysisFailure {
  init(_ error: TensorFileError) {
    let place = error.place.map { "byte \($0): " } ?? ""
    self.init(code: error.code.rawValue, message: place + error.message)
  }

  init(_ error: LinearAlgebraError) {
    switch error {
    case .orderTooLarge, .tooManyFeatures: self.init(code: "tooLarge", message: error.description)
    case .tooMuchMemory: self.init(code: "tooMuchMemory", message: error.description)
    case .eigenvaluesFailed: self.init(code: "noEigenvalues", message: error.description)
    }
  }
}
