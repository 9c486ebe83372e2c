import Analysis
import Spectra
import Testing

@Suite("Which records can be compared")
struct ComparabilityTests {
  @Test("Records that differ in nothing that α depends on can be, and those without α do not count")
  func comparable() {
    #expect(AnalysisRecord.comparability(of: []) == [])
    #expect(AnalysisRecord.comparability(of: [record(), record(), Examples.failed, Examples.pending]) == [])
  }

  @Test(
    "Each difference is named with its values, the commonest first, and the one dump that has another than all others")
  func differences() throws {
    let odd = Examples.dump.nameInRun
    let narrow = try #require(FitRange(first: 6, last: 50))
    #expect(messages(record(samples: 600)) == ["different N (512, 600 only in \(odd))"])
    #expect(messages(record(features: 64)) == ["different D (120, 64 only in \(odd))"])
    #expect(
      messages(record(settings: FitSettings(range: narrow))) == ["different fitted ranks (11…100, 6…50 only in \(odd))"]
    )
    #expect(
      messages(record(settings: FitSettings(estimator: .robust))) == [
        "different estimator (weighted, robust only in \(odd))"
      ])
    #expect(messages(record(layer: nil)) == ["different layer (layer3, none only in \(odd))"])
    let others = (0..<6).map { record(samples: 600 + $0, features: 64) }
    let found = AnalysisRecord.comparability(of: [record()] + others)
    #expect(
      found == [
        AnalysisWarning(.notComparable, "α is not comparable: different N (512, 600, 601, 602, 3 more)"),
        AnalysisWarning(.notComparable, "α is not comparable: different D (64, 120 only in \(odd))"),
      ])
  }

  private func messages(_ other: AnalysisRecord) -> [String] {
    AnalysisRecord.comparability(of: [record(), other, record()])
      .map { $0.message.replacing("α is not comparable: ", with: "") }
  }

  private func record(
    samples: Int = 512, features: Int = 120, settings: FitSettings = FitSettings(), layer: String? = "layer3"
  ) -> AnalysisRecord {
    var dump = Examples.dump
    dump.layer = layer
    return AnalysisRecord(
      dump: dump, shape: FeatureShape(sampleCount: samples, featureCount: features, dataType: "float32"),
      spectra: DumpSpectra(Examples.spectrum), settings: settings, nonFiniteRows: 0)
  }
}
