package import Spectra

// Results that were computed before, put together again from their parts.

extension SpectrumSummary {
  package init(
    fit: PowerLawFit?, ranks: RankMeasures?, resolvableRank: Int, noiseFloor: Double, totalVariance: Double,
    sketch: [Double], origin: Eigenspectrum.Origin, nonFiniteRows: Int
  ) {
    self.fit = fit
    self.ranks = ranks
    self.resolvableRank = resolvableRank
    self.noiseFloor = noiseFloor
    self.totalVariance = totalVariance
    self.sketch = sketch
    self.origin = origin
    self.nonFiniteRows = nonFiniteRows
  }
}

extension RecordUncertainty {
  package init(
    method: ReplicateSpectra.Method, groupCount: Int, objects: ReplicateSpectra.Objects,
    measures: [Measure: Uncertainty],
    alphaBySampleCount: [AlphaAtSampleCount]
  ) {
    self.method = method
    self.groupCount = groupCount
    self.objects = objects
    self.measures = measures
    self.alphaBySampleCount = alphaBySampleCount
  }
}

extension RecordUncertainty.AlphaAtSampleCount {
  package init(storedSampleCount sampleCount: Int, alpha: Double?) {
    self.init(sampleCount: sampleCount, alpha: alpha)
  }
}
