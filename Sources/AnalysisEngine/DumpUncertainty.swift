import Analysis
import LinearAlgebra
import Spectra
import SystemPackage
import TensorFiles

/// The spectra that intervals are read off: one for every group of rows left out, and those of nested subsamples.
///
/// Row i belongs to group i mod G, so that the order of rows, sorted by class, say, does not matter. Tokens that are rows stay together
/// with those of the same image, which they depend on.
struct DumpUncertainty {
  let files: [FilePath]
  let mode: ReadingMode
  /// What was analysed: intervals of another file would be wrong.
  let identity: SourceIdentity
  /// Of all rows that could be used.
  let spectrum: Eigenspectrum
  let sampleCount: Int
  let configuration: AnalysisEngine.Configuration

  /// Groups whose union makes a nested subsample.
  private static let nestedGroupCounts = [1, 2, 5, 10]
  private static let groupCount = ReplicateSpectra.groupCount

  /// Runs to the end on the calling thread, which it blocks.
  ///
  /// - Throws: `AnalysisFailure` where the file is not the one that was analysed; `TensorFileError`; `LinearAlgebraError`;
  ///   `CancellationError` within one block, or one spectrum, of the task's cancellation.
  func run() throws -> DumpSpectra {
    var pass = FeaturePass(try DumpReader(opening: files, mode: mode, tokens: identity.tokens))
    guard pass.identity == identity else { throw changed }
    let plan = UncertaintyPlan(pass.shape, memoryLimit: configuration.memoryLimit)
    if let refusal = plan.refusal { throw refusal }
    switch plan.method {
    case .gram: return try ofGram(&pass)
    case .grouped: return try ofGroups(&pass)
    case .linearised: return try linearised(&pass)
    }
  }

  private var changed: AnalysisFailure { AnalysisFailure(code: "changed", message: "another file is there now") }

  /// N < D: rows of the Gram matrix are left out.
  private func ofGram(_ pass: inout FeaturePass) throws -> DumpSpectra {
    let gram = try pass.gram { _ in }
    let size = pass.rowsPerItem
    let replicates = try (0..<Self.groupCount).compactMap { group in
      try replicate(gram.secondMoments { $0 / size % Self.groupCount != group }, pass)
    }
    let nested = try Self.nestedGroupCounts.map { count in
      try subsample(gram.secondMoments { $0 / size % Self.groupCount < count }, pass)
    }
    return spectra(replicates, nested)
  }

  private func ofGroups(_ pass: inout FeaturePass) throws -> DumpSpectra {
    var groups = try GroupedMoments(
      groupCount: Self.groupCount, featureCount: pass.featureCount, rowsPerItem: pass.rowsPerItem)
    try pass.rows { _ in
    } add: {
      groups.add($0)
    }
    let nested = try Self.nestedGroupCounts.map { count in
      try subsample(groups.prefix(count), pass)
    }
    var replicates: [Eigenspectrum] = []
    try groups.forEachLeaveOneOut { _, moments in
      if let replicate = try replicate(moments, pass) { replicates.append(replicate) }
    }
    return spectra(replicates, nested)
  }

  /// Where so many matrices do not fit: every replicate to first order, from the eigenvectors of all rows.
  private func linearised(_ pass: inout FeaturePass) throws -> DumpSpectra {
    let moments = try pass.secondMoments(memoryLimit: .max, precision: .float64) { _ in }
    try Task.checkCancellation()
    var jackknife = try InfinitesimalJackknife(
      moments, of: spectrum, unitRoundoff: pass.unitRoundoff, rowsPerItem: pass.rowsPerItem)
    var second = FeaturePass(try DumpReader(opening: files, mode: mode, tokens: identity.tokens))
    guard second.identity == identity else { throw changed }
    try second.rows { _ in
    } add: {
      jackknife.add($0)
    }
    return DumpSpectra(spectrum, replicates: jackknife.replicates)
  }

  private func spectrum(of moments: consuming SecondMoments, _ pass: borrowing FeaturePass) throws -> Eigenspectrum {
    try Task.checkCancellation()
    // The same noise floor as that of all rows.
    return try Eigenspectrum(
      consume moments, featureCount: pass.featureCount, unitRoundoff: pass.unitRoundoff,
      precision: spectrum.precision ?? .float64)
  }

  /// Nil where nothing was left out, because the group has no usable row: fewer rows than groups make fewer groups.
  private func replicate(_ moments: consuming SecondMoments, _ pass: borrowing FeaturePass) throws -> Eigenspectrum? {
    moments.sampleCount < sampleCount ? try spectrum(of: consume moments, pass) : nil
  }

  private func subsample(
    _ moments: consuming SecondMoments, _ pass: borrowing FeaturePass
  ) throws -> (rows: Int, spectrum: Eigenspectrum) {
    let rows = moments.sampleCount
    return (rows, try spectrum(of: consume moments, pass))
  }

  private func spectra(_ replicates: [Eigenspectrum], _ nested: [(rows: Int, spectrum: Eigenspectrum)]) -> DumpSpectra {
    // Of few rows, some subsamples are all of them, or none.
    let nested = nested.filter { $0.rows > 0 && $0.rows < sampleCount } + [(sampleCount, spectrum)]
    return DumpSpectra(
      spectrum, replicates: ReplicateSpectra(method: .groupedJackknife, spectra: replicates),
      nested: NestedSpectra(sampleCounts: nested.map(\.rows), spectra: nested.map(\.spectrum)))
  }
}
