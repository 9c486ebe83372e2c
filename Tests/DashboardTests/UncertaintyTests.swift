import Analysis
import DashboardFixtures
import LinearAlgebra
import Spectra
import TerminalCells
import Testing

@testable import Dashboard

@Suite("Previews, intervals and other views")
struct UncertaintyTests {
  /// A dump that is done, with twenty replicates whose α lie around its own, and α of fewer rows.
  private func spectra(alpha: Double) -> DumpSpectra {
    let replicates = (0..<20).map { SampleSweep.spectrum(alpha: alpha + 0.001 * Double($0 - 10)) }
    return DumpSpectra(
      SampleSweep.spectrum(alpha: alpha),
      replicates: ReplicateSpectra(method: .groupedJackknife, objects: .init(.rows, count: 400), spectra: replicates),
      nested: NestedSpectra(
        sampleCounts: [128, 256, 512], spectra: [3, 2, alpha].map { SampleSweep.spectrum(alpha: $0) }))
  }

  private func record(alpha: Double) -> AnalysisRecord {
    let plain = SampleSweep.analysed(SampleSweep.good, epoch: 1, alpha: alpha, accuracy: 70)
    return plain.fitted(to: spectra(alpha: alpha), with: FitSettings())
  }

  /// The spectrum screen of that dump, its spectra at hand.
  private func openSpectrum() -> Model {
    var model = Model(title: "sweep", columns: 120, rows: 40)
    let record = record(alpha: 2)
    _ = take(.finished(record), into: &model)
    model.screens.resume(.spectrum)
    _ = update(&model, .spectraLoaded(record.id, spectra(alpha: 2)))
    return model
  }

  private func take(_ news: EngineUpdate, into model: inout Model) -> [Effect] {
    update(&model, .engine(news, at: SampleSweep.time))
  }

  @Test("α gets its standard error in the table and its interval in the details when they come")
  func refined() throws {
    var model = Model(title: "sweep", columns: 120, rows: 40)
    let plain = SampleSweep.analysed(SampleSweep.good, epoch: 1, alpha: 2, accuracy: 70)
    _ = take(.finished(plain), into: &model)
    _ = update(&model, .spectraLoaded(plain.id, DumpSpectra(SampleSweep.spectrum(alpha: 2))))
    #expect(!model.screenRows().contains { $0.contains("±.") })
    let refined = record(alpha: 2)
    #expect(take(.refined(refined), into: &model) == [.loadSpectra(plain.id)], "the replicates are the engine's")
    let error = try #require(refined.uncertainty?.measures[.alpha]?.standardError)
    let text = "2.000±" + NumberText.fixed(error, 3).dropFirst()
    #expect(model.screenRows().contains { $0.contains(text) })
    #expect(model.screenRows().contains { $0.contains("95 %") && $0.contains("…") })
  }

  @Test("Another estimator is one key away, and its α and interval come in the same step")
  func estimators() {
    var model = openSpectrum()
    for estimator in [PowerLawFit.Estimator.ols, .robust, .weighted] {
      #expect(model.press(.character("E")) == [.fit(FitSettings(estimator: estimator), to: nil)])
      #expect(model.selected?.record.summary?.fit?.estimator == estimator)
      #expect(model.selected?.record.uncertainty?.measures[.alpha] != nil)
      #expect(model.screenRows().contains { $0.contains("estimator") && $0.contains(estimator.rawValue) })
    }
  }

  @Test("v shows the cumulative variance, α by range, α by rows and the benign ranks, and returns to the spectrum")
  func views() {
    var model = openSpectrum()
    let before = model.screenRows()
    for axis in ["rank", "last rank", "rows", "first rank of the tail"] {
      model.press(.character("v"))
      #expect(model.screenRows().contains { $0.contains("    \(axis)") }, "\(axis)")
    }
    model.press(.character("v"))
    #expect(model.screenRows() == before)
  }

  @Test("Benign ranks are about as many labels as are set, and say where k* is or that there is none")
  func labels() {
    var model = openSpectrum()
    model.press(.character("v"), .character("v"), .character("v"), .character("v"))
    #expect(model.screenRows().contains { $0.contains("no k* for n = 100: rₖ stays below n = 100") })
    model.press(.character("o"))
    model.typeText("labels")
    model.press(.enter, .control("u"))
    model.typeText("none")
    model.press(.enter)
    #expect(model.screenRows().last?.contains("write a whole number from 1") == true)
    model.press(.control("u"))
    model.typeText("3")
    #expect(model.press(.enter).contains(.keep(.labels(3))))
    model.press(.escape)
    #expect(model.screenRows().contains { $0.contains("for n = 3: the least k with rₖ ≥ n = 3") })
  }

  @Test("α by rows says that it is still to come")
  func toCome() {
    var model = Model(title: "sweep", columns: 120, rows: 40)
    let plain = SampleSweep.analysed(SampleSweep.good, epoch: 1, alpha: 2, accuracy: 70)
    _ = take(.finished(plain), into: &model)
    model.screens.resume(.spectrum)
    _ = update(&model, .spectraLoaded(plain.id, DumpSpectra(SampleSweep.spectrum(alpha: 2))))
    model.press(.character("v"), .character("v"), .character("v"))
    #expect(model.screenRows().contains { $0.contains("the spectra of fewer rows come after all results") })
    _ = take(.discovered, into: &model)
    #expect(model.screenRows()[0].contains("intervals to come"))
    _ = take(.idle, into: &model)
    #expect(!model.screenRows()[0].contains("intervals to come"))
  }

  @Test("A preview is shown as one while the dump is being computed, and gives way to the result")
  func preview() throws {
    var model = Model(title: "sweep", columns: 120, rows: 40)
    let waiting = SampleSweep.waiting(SampleSweep.good, epoch: 1)
    _ = take(.queued(waiting), into: &model)
    var preview = record(alpha: 1.5)
    let leading = SampleSweep.spectrum(alpha: 1.5).eigenvalues.prefix(120)
    let moments = try MomentsAccumulator(featureCount: 256, rows: 300).covariance()
    preview.summary = SpectrumSummary(
      Eigenspectrum(preview: Array(leading), of: moments, featureCount: 256, unitRoundoff: 0), settings: FitSettings(),
      nonFiniteRows: 0)
    _ = take(.previewed(preview), into: &model)
    #expect(!model.screenRows().contains { $0.contains("1.500") }, "it has not even begun")
    _ = take(.progressed(waiting.id, rows: 512, perSecond: 100), into: &model)
    _ = take(.previewed(preview), into: &model)
    #expect(model.screenRows().contains { $0.contains("α ≈ 1.500 preview") })
    _ = take(.finished(record(alpha: 1.6)), into: &model)
    #expect(model.screenRows().contains { $0.contains("1.600±") } && !model.screenRows().contains { $0.contains("≈") })
  }

  @Test("What waits says how much memory it takes")
  func memory() {
    var model = Model(title: "sweep", columns: 120, rows: 40)
    var waiting = SampleSweep.waiting(SampleSweep.good, epoch: 1)
    waiting.requiredMemory = 100 << 20
    _ = take(.queued(waiting), into: &model)
    #expect(model.screenRows().contains { $0.contains("takes 100 MiB") })
  }
}

extension MomentsAccumulator {
  /// Of as many rows of nothing.
  fileprivate init(featureCount: Int, rows: Int) throws {
    try self.init(featureCount: featureCount)
    add(RowBlock(rows: Array(repeating: Array(repeating: 0, count: featureCount), count: rows)))
  }
}
