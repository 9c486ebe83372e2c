import Analysis
import LinearAlgebra
import Spectra
import SystemPackage
import TensorFiles

/// The spectra that intervals are read off: one for every group of rows left out, and those of nested subsamples.
///
/// Rows are dealt out to groups by a hash (`RowGroups`), so that no order of rows matters. Those of one object stay together.
struct DumpUncertainty {
  let files: [FilePath]
  let mode: ReadingMode
  /// What was analysed: intervals of another file would be wrong.
  let identity: SourceIdentity
  let objects: ObjectSource
  /// Of all rows that could be used.
  let spectrum: Eigenspectrum
  let sampleCount: Int
  let configuration: AnalysisEngine.Configuration

  /// Groups whose union makes a nested subsample.
  private static let nestedGroupCounts = [1, 2, 5, 10]

  /// Runs to the end on the calling thread, which it blocks.
  ///
  /// - Throws: `AnalysisFailure` where the file is not the one that was analysed; `TensorFileError`; `LinearAlgebraError`;
  ///   `CancellationError` within one block, or one spectrum, of the task's cancellation.
  func run() throws -> DumpSpectra {
    var pass = FeaturePass(try features.open())
    let plan = UncertaintyPlan(pass.shape, memoryLimit: configuration.memoryLimit)
    if let refusal = plan.refusal { throw refusal }
    let (groups, objects) = try pass.groups(by: objects)
    switch plan.method {
    case .gram: return try ofGram(&pass, groups, objects)
    case .grouped: return try ofGroups(&pass, groups, objects)
    case .linearised: return try linearised(&pass, groups, objects)
    }
  }

  private var features: Features { Features(files, mode: mode, seenAs: identity) }

  /// N < D: rows of the Gram matrix are left out.
  private func ofGram(
    _ pass: inout FeaturePass, _ groups: RowGroups, _ objects: ReplicateSpectra.Objects
  ) throws -> DumpSpectra {
    let gram = try pass.gram { _ in }
    let replicates = try (0..<groups.groupCount).compactMap { group in
      try replicate(gram.secondMoments { groups[$0] != group }, pass)
    }
    let nested = try nestedCounts(groups).map { count in
      try subsample(gram.secondMoments { groups[$0] < count }, pass)
    }
    return spectra(replicates, nested, objects)
  }

  private func ofGroups(
    _ pass: inout FeaturePass, _ groups: RowGroups, _ objects: ReplicateSpectra.Objects
  ) throws -> DumpSpectra {
    var moments = try GroupedMoments(groups, featureCount: pass.featureCount)
    try pass.rows { moments.add($0) }
    let nested = try nestedCounts(groups).map { count in
      try subsample(moments.prefix(count), pass)
    }
    var replicates: [Eigenspectrum] = []
    try moments.forEachLeaveOneOut { _, moments in
      if let replicate = try replicate(moments, pass) { replicates.append(replicate) }
    }
    return spectra(replicates, nested, objects)
  }

  /// Of few objects there are fewer groups.
  private func nestedCounts(_ groups: RowGroups) -> [Int] {
    Self.nestedGroupCounts.filter { $0 < groups.groupCount }
  }

  /// Where so many matrices do not fit: every replicate to first order, from the eigenvectors of all rows.
  private func linearised(
    _ pass: inout FeaturePass, _ groups: RowGroups, _ objects: ReplicateSpectra.Objects
  ) throws -> DumpSpectra {
    let moments = try pass.secondMoments(memoryLimit: .max, precision: .float64) { _ in }
    try Task.checkCancellation()
    var jackknife = try InfinitesimalJackknife(
      moments, of: spectrum, unitRoundoff: pass.unitRoundoff, leastSpacing: pass.leastSpacing, groups: groups)
    var second = FeaturePass(try features.open())
    try second.rows { jackknife.add($0) }
    return DumpSpectra(
      spectrum,
      replicates: ReplicateSpectra(method: .infinitesimalJackknife, objects: objects, spectra: jackknife.spectra))
  }

  private func spectrum(of moments: consuming SecondMoments, _ pass: borrowing FeaturePass) throws -> Eigenspectrum {
    try Task.checkCancellation()
    // The same noise floor as that of all rows.
    return try Eigenspectrum(
      consume moments, featureCount: pass.featureCount, unitRoundoff: pass.unitRoundoff,
      leastSpacing: pass.leastSpacing,
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

  private func spectra(
    _ replicates: [Eigenspectrum], _ nested: [(rows: Int, spectrum: Eigenspectrum)], _ objects: ReplicateSpectra.Objects
  ) -> DumpSpectra {
    // Of few rows, some subsamples are all of them, or none.
    let nested = nested.filter { $0.rows > 0 && $0.rows < sampleCount } + [(sampleCount, spectrum)]
    return DumpSpectra(
      spectrum, replicates: ReplicateSpectra(method: .groupedJackknife, objects: objects, spectra: replicates),
      nested: NestedSpectra(sampleCounts: nested.map(\.rows), spectra: nested.map(\.spectrum)))
  }
}
