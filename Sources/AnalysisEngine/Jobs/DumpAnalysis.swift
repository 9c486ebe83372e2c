import Analysis
import AnalysisStore
import LinearAlgebra
import RunCatalog
import Spectra
import SystemPackage
import TensorFiles

/// The way of a byte: rows of one dump into moments, the moments' eigenvalues, and what is read off them.
struct DumpAnalysis {
  let dump: Dump
  let mode: ReadingMode
  let settings: FitSettings
  let configuration: AnalysisEngine.Configuration
  let store: AnalysisStore
  /// What was kept of the rows that it had before.
  let growing: GrowingDumpBox?
  let keeping: Keeping
  /// Whether the identity of the files stands for their bytes from now on.
  let isDated: Bool

  /// Whether to look at the files only, and to forget what was remembered of them.
  var isRecomputation = false

  /// What an analysis yields.
  struct Result {
    var record: AnalysisRecord
    /// Nil where there are none, or the store has them.
    var spectra: DumpSpectra?
    /// The state in which the files were read.
    var source: SourceIdentity?
    /// What the store knows it by, if it does.
    var fingerprint: ContentFingerprint?
    /// For the rows that may come.
    var growing: GrowingDumpBox?
  }

  /// Runs to the end on the calling thread, which it blocks. A file that cannot be analysed gives a record with the reason.
  ///
  /// - Parameter report: told of progress (first of 0 rows, then at most once per percent), and of a preview.
  /// - Throws: `CancellationError` within one block of the task's cancellation.
  func run(report: @escaping (EngineUpdate) -> Void) throws -> Result {
    do {
      return try analyse(report: report)
    } catch {
      guard let failure = AnalysisFailure(error) else { throw error }
      return Result(record: AnalysisRecord(dump: dump, failure: failure))
    }
  }

  private func analyse(report: @escaping (EngineUpdate) -> Void) throws -> Result {
    let progress = ProgressReport(dump.id, report)
    progress(0)
    var reader = try Features(dump.files, mode: mode, tokens: configuration.tokens).open()
    if isRecomputation { store.forgetPartialMoments(of: reader.identity) }
    if keeping != .nothing, let growing = try grown(&reader, progress: progress) {
      if isRecomputation { store.forget(growing.fingerprint) }
      var pass = FeaturePass(reader)
      var result = try result(growing.moments.secondMoments(), of: &pass, report: report)
      // Rows that were kept are certain when all of the file has been compared.
      let isSaved = growing.isOfOneState && save(&result, growing.fingerprint)
      if isSaved, keeping == .inStore {
        savePartialMoments(growing, of: pass.identity)
      } else {
        result.growing = GrowingDumpBox(growing)
      }
      return result
    }
    let source = reader.identity
    let fingerprint = store.file == nil ? nil : try reader.fingerprint()
    if isRecomputation {
      if let fingerprint { store.forget(fingerprint) }
    } else if let fingerprint, let known = stored(fingerprint, source) {
      return known
    }
    var pass = FeaturePass(reader)
    // Before hours of work, not after them.
    if configuration.computesUncertainty,
      let refusal = UncertaintyPlan(pass.shape, memoryLimit: configuration.memoryLimit).refusal
    {
      report(.problem("\(dump.path): there will be no intervals: \(refusal)"))
    }
    let moments = try pass.secondMoments(
      memoryLimit: configuration.memoryLimit, precision: configuration.precision
    ) { progress($0) }
    var result = try result(moments, of: &pass, report: report)
    if let fingerprint { _ = save(&result, fingerprint) }
    return result
  }

  /// Lets the store have a result, unless somebody has written to the files since they were opened. Returns whether nobody
  /// has.
  private func save(_ result: inout Result, _ fingerprint: ContentFingerprint) -> Bool {
    guard let source = result.source, let now = try? dump.files.map(FileIdentity.init(path:)), now == source.files
    else {
      return false
    }
    store.save(result.record, result.spectra, of: isDated ? source : nil, fingerprint, parameters)
    result.fingerprint = fingerprint
    // Without its identity it would not be found again.
    if isDated, store.spectra(of: fingerprint, configuration.precision) != nil { result.spectra = nil }
    return true
  }

  private func savePartialMoments(_ growing: borrowing GrowingDump, of source: SourceIdentity) {
    guard let bytes = growing.moments.encoded() else { return }
    store.save(
      PartialMoments(rowCount: growing.moments.rowCount, fingerprint: growing.fingerprint, bytes: bytes), of: source,
      configuration.precision)
  }

  private var parameters: AnalysisParameters {
    configuration.parameters(fit: settings, objects: configuration.objects(of: dump.files))
  }

  /// What is known of these bytes, wherever they were before.
  private func stored(_ fingerprint: ContentFingerprint, _ source: SourceIdentity) -> Result? {
    let parameters = parameters
    guard
      let known = store.record(of: fingerprint, parameters, withIntervals: configuration.computesUncertainty)
    else { return nil }
    guard isDated else {
      let spectra = store.spectra(of: fingerprint, configuration.precision, partsOf: parameters.objects)
      return Result(record: known.record(of: dump), spectra: spectra, source: source, fingerprint: fingerprint)
    }
    store.link(source, to: fingerprint)
    return Result(record: known.record(of: dump), spectra: nil, source: source)
  }

  private func result(
    _ moments: consuming SecondMoments, of pass: inout FeaturePass, report: (EngineUpdate) -> Void
  ) throws -> Result {
    let plan = configuration.plan(for: pass.shape, fit: settings)
    if configuration.showsPreviews, plan.hasPreview {
      try preview(moments, of: pass, precision: plan.precision, report: report)
    }
    let nonFiniteRows = moments.nonFiniteRowCount
    let spectrum = try Eigenspectrum(
      consume moments, featureCount: pass.featureCount, unitRoundoff: pass.unitRoundoff,
      leastSpacing: pass.leastSpacing,
      precision: plan.precision)
    let spectra = DumpSpectra(spectrum)
    var record = AnalysisRecord(
      dump: dump, shape: pass.shape, spectra: spectra, settings: settings, nonFiniteRows: nonFiniteRows)
    record.promisedSampleCount = pass.promisedSampleCount
    record.warnings += AnalysisWarning.incomplete(record) + AnalysisWarning.dependentRows(perItem: pass.rowsPerItem)
    record.warnings += [pass.bytesBehind].compactMap { $0 }
    for measure in configuration.requested.sorted(by: { $0.rawValue < $1.rawValue }) {
      do {
        record.requested[measure] = try value(of: measure, pass)
      } catch let error as LinearAlgebraError {
        // Everything else is there.
        record.warnings.append(AnalysisWarning(.noMeasure, "no \(measure.rawValue): \(error)"))
      }
    }
    return Result(record: record, spectra: spectra, source: pass.identity)
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
      leastSpacing: pass.leastSpacing,
      precision: precision)
    report(
      .previewed(
        AnalysisRecord(
          dump: dump, shape: pass.shape, spectra: DumpSpectra(spectrum), settings: settings,
          nonFiniteRows: moments.nonFiniteRowCount)))
  }
}
