import Analysis
import LinearAlgebra
import RunCatalog
import Spectra
import SystemPackage
import TensorFiles

/// The way of a byte: rows of one file into moments, the moments' eigenvalues, and what is read off them.
struct DumpAnalysis {
  let dump: Dump
  let settings: FitSettings
  let configuration: AnalysisEngine.Configuration

  /// What an analysis yields.
  struct Result {
    var record: AnalysisRecord
    var spectra: DumpSpectra?
    /// The file that was read.
    var identity: FileIdentity?
  }

  /// Runs to the end on the calling thread, which it blocks. A file that cannot be analysed gives a record with the reason.
  ///
  /// - Parameter report: told of progress (first of 0 rows, then at most once per percent), and of a preview.
  /// - Throws: `CancellationError` within one block of the task's cancellation.
  func run(report: (EngineUpdate) -> Void) throws -> Result {
    do {
      return try analyse(report: report)
    } catch {
      guard let failure = AnalysisFailure(error) else { throw error }
      return Result(record: AnalysisRecord(dump: dump, failure: failure))
    }
  }

  private func analyse(report: (EngineUpdate) -> Void) throws -> Result {
    report(.progressed(dump.id, rows: 0))
    var pass = FeaturePass(try DumpReader(opening: dump.path))
    let plan = configuration.plan(for: pass.shape)
    let moments = try pass.secondMoments(
      memoryLimit: configuration.memoryLimit, precision: configuration.precision
    ) { report(.progressed(dump.id, rows: $0)) }
    if plan.hasPreview { try preview(moments, of: pass, report: report) }
    let nonFiniteRows = moments.nonFiniteRowCount
    let spectrum = try Eigenspectrum(
      consume moments, featureCount: pass.featureCount, unitRoundoff: pass.unitRoundoff,
      precision: configuration.precision)
    let spectra = DumpSpectra(spectrum)
    let record = AnalysisRecord(
      dump: dump, shape: pass.shape, spectra: spectra, settings: settings, nonFiniteRows: nonFiniteRows,
      requested: try requestedMeasures(pass))
    return Result(record: record, spectra: spectra, identity: pass.identity)
  }

  /// α from the leading eigenvalues, which come long before all of them.
  private func preview(
    _ moments: borrowing SecondMoments, of pass: borrowing FeaturePass, report: (EngineUpdate) -> Void
  )
    throws
  {
    let leading = moments.leadingEigenvalues(settings.lastRank) { Task.isCancelled }
    try Task.checkCancellation()
    guard let leading else { return }
    let spectrum = Eigenspectrum(
      preview: leading, of: moments, featureCount: pass.featureCount, unitRoundoff: pass.unitRoundoff)
    report(
      .previewed(
        AnalysisRecord(
          dump: dump, shape: pass.shape, spectra: DumpSpectra(spectrum), settings: settings,
          nonFiniteRows: moments.nonFiniteRowCount)))
  }

  /// The measures that need a pass of their own, where the file has what they are about.
  private func requestedMeasures(_ pass: borrowing FeaturePass) throws -> [Measure: Double] {
    var values: [Measure: Double] = [:]
    if configuration.requested.contains(.selfCluster) {
      var cluster = try SelfCluster(featureCount: pass.featureCount)
      var reader = FeaturePass(try DumpReader(opening: dump.path))
      try reader.rows { _ in
      } add: {
        cluster.add($0)
      }
      values[.selfCluster] = cluster.value()
    }
    let name = dump.path.lastComponent?.string ?? ""
    if configuration.requested.contains(.lidar), FileRole(name: name, axisCount: pass.axisCount) == .views {
      values[.lidar] = try lidar()
    }
    return values
  }

  /// Of an array of objects × views × features: a row of the flattened array holds all views of an object.
  private func lidar() throws -> Double? {
    let reader = try DumpReader(opening: dump.path)
    let viewCount = reader.header.shape[1]
    var lidar = try LiDAR(viewCount: viewCount, featureCount: reader.columnCount / viewCount)
    var pass = FeaturePass(reader)
    try pass.rows { _ in
    } add: {
      lidar.add($0)
    }
    return try lidar.value()
  }
}

extension AnalysisEngine.Configuration {
  /// How a dump of this shape is computed.
  func plan(for shape: FeatureShape) -> SolverPlan {
    SolverPlan(
      sampleCount: shape.sampleCount, featureCount: shape.featureCount, wantedRanks: showsPreviews ? fit.lastRank : 0,
      precision: precision)
  }
}

extension AnalysisFailure {
  /// Nil for an error that is not the file's, such as a cancellation.
  init?(_ error: any Error) {
    switch error {
    case let error as AnalysisFailure: self = error
    case let error as TensorFileError: self.init(error)
    case let error as LinearAlgebraError: self.init(error)
    default: return nil
    }
  }

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
