public import Analysis
public import AnalysisStore
public import Foundation
public import LinearAlgebra
public import Spectra
import TensorFiles

extension AnalysisEngine {
  /// What holds for every analysis of an engine.
  public struct Configuration: Sendable {
    /// How α is fitted.
    public var fit: FitSettings
    /// Dumps computed at a time.
    public var workerCount: Int
    /// Bytes that the analyses of one time may take together; a dump that needs more alone is refused. By default what the
    /// machine has.
    public var memoryLimit: Int
    /// What rows are multiplied in; double for numbers that are to be quoted.
    public var precision = AccumulationPrecision.float64
    /// What is made of arrays of more than two axes.
    public var tokens = TokenPooling.flatten
    /// Measures that take a pass of their own over the features.
    public var requested: Set<Measure> = []
    /// Whether every result is followed by its intervals, after all results.
    public var computesUncertainty = false
    /// What they take for an object, of which all rows are left out together.
    public var grouping = AnalysisEngine.Grouping.found
    /// Whether somebody is looking: large dumps then get a preview of α before their full spectrum.
    public var showsPreviews = false
    /// Whether to go on when all is done, and to follow what happens to the directories. Newer dumps then come first.
    public var isLive = false
    /// Whether directories are looked at again and again though the system would tell of changes.
    public var polls = false
    /// Where results are remembered.
    public var store: AnalysisStore?

    public init(
      fit: FitSettings = FitSettings(), workerCount: Int,
      memoryLimit: Int = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    ) {
      self.fit = fit
      self.workerCount = workerCount
      self.memoryLimit = memoryLimit
    }
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

  /// What decides, beside the features, which numbers a record has.
  var parameters: AnalysisParameters { parameters(fit: fit) }

  func parameters(fit: FitSettings, objects: ObjectSource = .items) -> AnalysisParameters {
    AnalysisParameters(fit: fit, precision: precision, requested: requested, objects: objects)
  }

  /// What is kept of the moments of a dump: nothing where that does not fit into the memory limit.
  func keeping(_ subject: Subject) -> DumpAnalysis.Keeping {
    // Rows of the array are compared when it grows, and these are others.
    guard isLive, [nil, .flatten].contains(subject.found.record.shape?.tokens),
      byteCountWhenKept(subject) <= memoryLimit
    else { return .nothing }
    if subject.hasChanged || subject.found.record.percentWritten != nil { return .atHand }
    // What has been left alone for a while is complete.
    return subject.found.record.dump.files.count > 1 && subject.found.mode == .growing ? .inStore : .nothing
  }

  /// Bytes that the analysis of a dump takes at its peak.
  func byteCount(of subject: Subject) -> Int {
    keeping(subject) == .nothing ? subject.found.plan.byteCount : byteCountWhenKept(subject)
  }

  private func byteCountWhenKept(_ subject: Subject) -> Int {
    guard let shape = subject.found.record.shape else { return .max }
    return GrowingMoments.byteCount(
      sampleCount: shape.sampleCount, featureCount: shape.featureCount, precision: precision)
  }
}
