public import Analysis
public import LinearAlgebra
import RunCatalog
public import Spectra
public import SystemPackage
import TensorFiles

/// The linear probe of a dump's features: files in, a record out.
public enum DumpProbe {
  /// Trains and tests on the calling thread, which it blocks; its stack should have some MiB for BLAS. Files are read a
  /// block at a time, several times; beside the labels, memory is what `LinearProbe` says.
  ///
  /// - Parameters:
  ///   - features: the files of one dump.
  ///   - tokens: what becomes of further axes, of the rows to be tested, too.
  ///   - labels: nil for those beside the first file (`LabelFile.beside`).
  ///   - test: rows to be tested, in place of a split of the dump's own.
  ///   - progress: called on the same thread.
  /// - Returns: the record, with the reason in place of a result where there is none.
  /// - Throws: `CancellationError` within one block of the task's cancellation.
  public static func run(
    features: [FilePath], tokens: TokenPooling = .flatten, labels: FilePath? = nil,
    test: (features: FilePath, labels: FilePath)? = nil,
    options: LinearProbe.Options = LinearProbe.Options(), progress: (ProbeProgress) -> Void = { _ in }
  ) throws -> ProbeRecord {
    try run(Features(features, tokens: tokens), labels: labels, test: test, options: options, progress: progress)
  }

  /// The same of features that may have been seen before.
  static func run(
    _ features: Features, labels: FilePath? = nil, test: (features: FilePath, labels: FilePath)? = nil,
    options: LinearProbe.Options, progress: (ProbeProgress) -> Void
  ) throws -> ProbeRecord {
    let first = features.files.first
    var record = ProbeRecord(features: first ?? "", labels: labels ?? first.flatMap(LabelFile.beside))
    record.testFeatures = test?.features
    record.testLabels = test?.labels
    do {
      let rows = try labelled(features, record.labels)
      let testRows = try test.map { try labelled(Features([$0.features], tokens: features.tokens), $0.labels) }
      record.result = try LinearProbe.run(rows, test: testRows, options: options, progress: progress)
    } catch {
      guard let failure = failure(error, in: record) else { throw error }
      record.failure = failure
    }
    return record
  }

  private static func labelled(_ features: Features, _ labels: FilePath?) throws -> LinearProbe.Labelled {
    let rows = try DumpRows(features)
    guard let labels else {
      throw AnalysisFailure(
        code: .noLabels,
        message:
          "\(features.files.first ?? ""): no labels, targets or <dump>_labels (\(ArrayFormat.suffixesInWords)) beside it"
      )
    }
    let labelsOfRows = try readLabels(opening: labels)
    guard labelsOfRows.count == rows.rowCount else {
      throw AnalysisFailure(
        code: .unequalCounts,
        message: "\(labels): \(labelsOfRows.count) labels; \(features.files.first ?? ""): \(rows.rowCount) rows")
    }
    return LinearProbe.Labelled(rows, labels: labelsOfRows)
  }

  /// The reason in the name of the file that is to blame; nil for an error that is no file's.
  private static func failure(_ error: any Error, in record: ProbeRecord) -> AnalysisFailure? {
    switch error {
    case let error as AnalysisFailure: error
    case let error as TensorFileError: AnalysisFailure(code: .init(error.code), message: error.description)
    case let error as ProbeError: AnalysisFailure(error, in: record)
    default: AnalysisFailure(error).map { AnalysisFailure(code: $0.code, message: "\(record.features): \($0.message)") }
    }
  }
}

extension AnalysisFailure {
  fileprivate init(_ error: ProbeError, in record: ProbeRecord) {
    let file =
      switch error {
      case .tooFewClasses, .unequalCounts: record.labels ?? record.features
      case .unequalFeatures: record.testFeatures ?? record.features
      case .tooFewTrainingRows, .noTestRows, .missingInTraining, .constantFeatures, .featuresTooLarge: record.features
      }
    self.init(code: Code(error), message: "\(file): \(error)")
  }
}
