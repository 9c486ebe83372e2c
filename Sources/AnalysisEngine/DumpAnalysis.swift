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
    let plan = configuration.plan(for: pass.shape, fit: settings)
    let moments = try pass.secondMoments(
      memoryLimit: configuration.memoryLimit, precision: configuration.precision
    ) { report(.progressed(dump.id, rows: $0)) }
    if configuration.showsPreviews, plan.hasPreview {
      try preview(moments, of: pass, precision: plan.precision, report: report)
    }
    let nonFiniteRows = moments.nonFiniteRowCount
    let spectrum = try Eigenspectrum(
      consume moments, featureCount: pass.featureCount, unitRoundoff: pass.unitRoundoff,
      precision: plan.precision)
    let spectra = DumpSpectra(spectrum)
    var record = AnalysisRecord(
      dump: dump, shape: pass.shape, spectra: spectra, settings: settings, nonFiniteRows: nonFiniteRows)
    for measure in configuration.requested.sorted(by: { $0.rawValue < $1.rawValue }) {
      do {
        record.requested[measure] = try value(of: measure, pass)
      } catch let error as LinearAlgebraError {
        // Everything else is there.
        record.warnings.append(AnalysisWarning(.noMeasure, "no \(measure.rawValue): \(error)"))
      }
    }
    return Result(record: record, spectra: spectra, identity: pass.identity)
  }

  /// α from the leading eigenvalues, which come long before all of them.
  private func preview(
    _ moments: borrowing SecondMoments, of pass: borrowing FeaturePass, precision: AccumulationPrecision,
    report: (EngineUpdate) -> Void
  ) throws {
    let leading = moments.leadingEigenvalues(settings.lastRank) { Task.isCancelled }
    try Task.checkCancellation()
    guard let leading else { return }
    let spectrum = Eigenspectrum(
      preview: leading, of: moments, featureCount: pass.featureCount, unitRoundoff: pass.unitRoundoff,
      precision: precision)
    report(
      .previewed(
        AnalysisRecord(
          dump: dump, shape: pass.shape, spectra: DumpSpectra(spectrum), settings: settings,
          nonFiniteRows: moments.nonFiniteRowCount)))
  }

  /// A measure that needs a pass of its own, nil where the file does not hold what it is about.
  private func value(of measure: Measure, _ first: borrowing FeaturePass) throws -> Double? {
    switch measure {
    case .selfCluster:
      let needed = SelfCluster.byteCount(featureCount: first.featureCount)
      guard needed <= configuration.memoryLimit else {
        throw LinearAlgebraError.tooMuchMemory(needed: needed, limit: configuration.memoryLimit)
      }
      var cluster = try SelfCluster(featureCount: first.featureCount)
      var pass = try again(first)
      try pass.rows { _ in
      } add: {
        cluster.add($0)
      }
      return cluster.value()
    case .lidar:
      // Of objects × views × features: a row of the flattened array holds all views of an object.
      let name = dump.path.lastComponent?.string ?? ""
      guard FileRole(name: name, axisCount: first.axisLengths.count) == .views else { return nil }
      let viewCount = first.axisLengths[1]
      var lidar = try LiDAR(viewCount: viewCount, featureCount: first.featureCount / viewCount)
      var pass = try again(first)
      try pass.rows { _ in
      } add: {
        lidar.add($0)
      }
      return try lidar.value()
    case .alpha, .rankMe, .effectiveRank, .participationRatio, .stableRank, .conditionNumber:
      return nil
    }
  }

  /// Another pass over the same file; one that has been replaced meanwhile has nothing to do with the first.
  private func again(_ first: borrowing FeaturePass) throws -> FeaturePass {
    let pass = FeaturePass(try DumpReader(opening: dump.path))
    guard pass.identity == first.identity else {
      throw AnalysisFailure(code: "changed", message: "another file is there now")
    }
    return pass
  }
}

extension AnalysisEngine.Configuration {
  /// How a dump of this shape is computed.
  func plan(for shape: FeatureShape, fit: FitSettings) -> SolverPlan {
    let plan = SolverPlan(
      sampleCount: shape.sampleCount, featureCount: shape.featureCount, wantedRanks: showsPreviews ? fit.lastRank : 0,
      precision: precision)
    // A preview is a courtesy that must not cost the analysis.
    guard plan.byteCount > memoryLimit else { return plan }
    return SolverPlan(
      sampleCount: shape.sampleCount, featureCount: shape.featureCount, wantedRanks: 0, precision: precision)
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
