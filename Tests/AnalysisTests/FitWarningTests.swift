import Analysis
import Foundation
import Spectra
import Testing

@Suite("Warnings about fits and samples")
struct FitWarningTests {
  @Test("A fit that the acceptance rule replaces says what was wrong with the first")
  func replaced() throws {
    let record = record(steps(from: 60), settings: FitSettings(acceptance: .fastssl), samples: 100_000)
    #expect(record.warnings.map(\.code) == [.fitReplaced])
    let message = try #require(record.warnings.first?.message)
    #expect(message.hasPrefix("fitted over 6…50: R² 0.") && message.hasSuffix(" over 11…100 is below 0.95"))
    #expect(record.summary?.fit?.isAccepted == true)
  }

  @Test("A fit that the acceptance rule turns down says so")
  func rejected() throws {
    let record = record(steps(from: 3), settings: FitSettings(acceptance: .fastsslTransfer), samples: 1_000_000)
    #expect(record.warnings.map(\.code) == [.fitRejected])
    #expect(record.summary?.fit?.isAccepted == false && record.summary?.fit?.range == .standard)
  }

  @Test(
    "Fewer than twenty samples for every rank up to the last fitted are few", arguments: [(1999, true), (2000, false)])
  func samplesPerRank(count: Int, isFew: Bool) {
    let record = record(Examples.features(alpha: 1.5), samples: count)
    let warning = AnalysisWarning(
      .fewSamples, "α moves with N: 1999 rows for ranks up to 100 are 19.9 for each where 20 are wanted")
    #expect(record.warnings == (isFew ? [warning] : []))
    #expect(
      self.record(Examples.features(alpha: 1.5), samples: count + 7, nonFiniteRows: 7).warnings.count == (isFew ? 2 : 1)
    )
  }

  @Test("So are fewer than twenty for every rank that the variance beyond the last is worth")
  func tail() throws {
    // 1/k over 2,000 ranks: beyond rank 100 lies what 302 such eigenvalues hold.
    let tail = (101...2000).reduce(0) { $0 + 101 / Double($1) }
    let few = record(Examples.features(alpha: 1, count: 2000), samples: Int(20 * tail) - 1)
    #expect(few.warnings.map(\.code) == [.fewSamples])
    #expect(few.warnings.first?.message.hasSuffix("the effective rank beyond 100 (302)") == true)
    #expect(record(Examples.features(alpha: 1, count: 2000), samples: Int(20 * tail) + 1).warnings == [])
  }

  @Test(
    "α that differs over half of the samples by more than two standard errors has not settled",
    arguments: [
      (1.505, []), (1.6, [AnalysisWarning.Code.fewSamples]),
    ])
  func unsettled(half: Double, codes: [AnalysisWarning.Code]) {
    var spectra = Examples.spectra
    spectra.nested = NestedSpectra(
      sampleCounts: [100, 1024, 2048], spectra: [3, half, 1.5].map { Examples.features(alpha: $0) })
    let record = record(spectra)
    #expect(record.warnings.map(\.code) == codes)
    if !codes.isEmpty {
      #expect(
        record.warnings.first?.message == "α moves with N: over 1024 rows it is 1.600, 0.100 more than over all 2048")
    }
    spectra.replicates = nil
    #expect(self.record(spectra).warnings.isEmpty, "without a standard error")
  }

  @Test("A replicate that does not resolve the fitted ranks leaves α without an interval, and is named")
  func noInterval() throws {
    var spectra = Examples.spectra
    var replicates = try #require(spectra.replicates).spectra
    replicates[2] = Examples.features(alpha: 1.5, count: 95)
    spectra.replicates = ReplicateSpectra(
      method: .groupedJackknife, objects: .init(.rows, count: 400), spectra: replicates)
    let record = record(spectra)
    #expect(record.uncertainty?.measures[.alpha] == nil && record.uncertainty?.measures[.stableRank] != nil)
    #expect(
      record.warnings == [
        AnalysisWarning(
          .noInterval,
          "α has no interval: without group 3 of the samples 95 ranks are resolved, not all of 11…100")
      ])
    spectra.replicates = Examples.replicates([1.5])
    #expect(self.record(spectra).warnings.map(\.code) == [.noInterval])
  }

  @Test("A preview says that it is one, and has no rank measures")
  func preview() {
    let record = record(Examples.features(alpha: 1.5, origin: .preview(.float64)))
    #expect(record.warnings.map(\.code) == [.preview] && record.isPreview)
    #expect(record.alpha != nil && record.value(of: .effectiveRank) == nil)
  }

  @Test("Eigenvalues without features are warned about for what is not positive, and not for their number of samples")
  func given() {
    let record = AnalysisRecord(
      dump: Examples.failed.dump, shape: nil,
      spectra: DumpSpectra(Eigenspectrum(given: (1...120).map { ($0 == 7 ? -1 : 1) / Double($0) })),
      settings: FitSettings(), nonFiniteRows: 0)
    #expect(record.warnings.map(\.code) == [.nonPositiveEigenvalues])
    #expect(record.warnings.first?.message.hasPrefix("1 value is not positive") == true)
  }

  private func record(
    _ spectrum: Eigenspectrum, settings: FitSettings = FitSettings(), samples: Int = 2048, nonFiniteRows: Int = 0
  ) -> AnalysisRecord {
    record(DumpSpectra(spectrum), settings: settings, samples: samples, nonFiniteRows: nonFiniteRows)
  }

  private func record(
    _ spectra: DumpSpectra, settings: FitSettings = FitSettings(), samples: Int = 2048, nonFiniteRows: Int = 0
  ) -> AnalysisRecord {
    AnalysisRecord(
      dump: Examples.dump, shape: FeatureShape(sampleCount: samples, featureCount: 120, dataType: "float32"),
      spectra: spectra, settings: settings, nonFiniteRows: nonFiniteRows)
  }

  /// 1/k up to a rank, from there on large and small eigenvalues by turns.
  private func steps(from first: Int) -> Eigenspectrum {
    let values = (1...120).map { rank in
      let factor: Double = rank < first ? 1 : rank % 2 == 0 ? 30 : 1.0 / 30
      return factor / Double(rank)
    }
    return Eigenspectrum(given: values)
  }
}
