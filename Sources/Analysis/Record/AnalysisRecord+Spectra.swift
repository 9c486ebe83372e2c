public import Spectra

extension AnalysisRecord {
  /// The record of what was computed from a dump, with everything that its reader has to know.
  ///
  /// - Parameters:
  ///   - shape: nil for eigenvalues that came without features.
  ///   - nonFiniteRows: rows that were left out.
  ///   - requested: measures of `Measure.onRequest` that were asked for.
  ///   - rankUncertainties: those of the same spectra, where they are known: no fit changes them.
  public init(
    dump: Dump, shape: FeatureShape?, spectra: DumpSpectra, settings: FitSettings, nonFiniteRows: Int,
    requested: [Measure: Double] = [:], rankUncertainties: [Measure: Uncertainty]? = nil
  ) {
    let summary = SpectrumSummary(spectra.spectrum, settings: settings, nonFiniteRows: nonFiniteRows)
    let uncertainty = RecordUncertainty(spectra, fit: summary.fit, known: rankUncertainties)
    var warnings = summary.warnings(settings: settings) + AnalysisWarning.collapse(of: summary, dump: dump)
    if let fit = summary.fit {
      if let shape {
        let sampleCount = shape.sampleCount - nonFiniteRows
        warnings += AnalysisWarning.fewSamples(sampleCount, spectrum: spectra.spectrum, fit: fit, uncertainty)
      }
      warnings += AnalysisWarning.noInterval(spectra.replicates, fit: fit, uncertainty)
    }
    if spectra.spectrum.isGiven { warnings += AnalysisWarning.nonPositiveEigenvalues(of: spectra.spectrum) }
    self.init(
      dump: dump, shape: shape, summary: summary, requested: requested, uncertainty: uncertainty,
      warnings: warnings + AnalysisWarning.metricsOfLaterCheckpoint(of: dump))
  }

  /// The same record with its spectra fitted otherwise, or with more of them. A dump without results stays as it is.
  public func fitted(to spectra: DumpSpectra, with settings: FitSettings) -> AnalysisRecord {
    guard let summary else { return self }
    var record = AnalysisRecord(
      dump: dump, shape: shape, spectra: spectra, settings: settings, nonFiniteRows: summary.nonFiniteRows,
      requested: requested, rankUncertainties: uncertainty?.measures)
    // What is not of the spectra stays.
    record.warnings += warnings.filter { warning in
      warning.code == .noMeasure || warning.code == .incomplete
        || warning.code == .noInterval && spectra.replicates == nil
    }
    record.promisedSampleCount = promisedSampleCount
    return record
  }
}
