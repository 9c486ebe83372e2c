import Analysis
import Spectra
import Testing

@Suite("Records and what they are made of")
struct RecordTests {
  @Test("Checkpoints order by epoch, then by step, with what is missing first")
  func checkpoints() {
    let ordered = [
      Checkpoint(step: 5), Checkpoint(step: 90), Checkpoint(epoch: 0), Checkpoint(epoch: 2, step: 1),
      Checkpoint(epoch: 2, step: 30), Checkpoint(epoch: 10),
    ]
    #expect(ordered.reversed().sorted() == ordered)
    #expect(!(ordered[3] < ordered[3]))
    #expect(Checkpoint(epoch: 3, step: 1000).description == "epoch 3, step 1000")
    #expect(Checkpoint(step: 7).description == "step 7")
  }

  @Test("The accuracy is the most telling metric of the checkpoint, else the most telling of the run")
  func accuracy() {
    var record = Examples.done
    record.dump.metrics = [
      "acc": Metric(value: 1, join: .checkpoint), "val/acc": Metric(value: 2, join: .lastOfRun),
      "probe_acc": Metric(value: 3, join: .checkpoint), "loss": Metric(value: 4, join: .checkpoint),
    ]
    #expect(record.accuracy?.name == "probe_acc" && record.accuracy?.value == 3)
    record.dump.metrics["probe_acc"] = nil
    #expect(record.accuracy?.name == "val/acc" && record.accuracy?.join == .lastOfRun, "acc is the training's")
    record.dump.metrics["val/acc"] = nil
    #expect(record.accuracy?.name == "acc", "which may be the training's")
    record.dump.metrics = ["loss": Metric(value: 4, join: .checkpoint)]
    #expect(record.accuracy == nil)
  }

  @Test("A record gives each measure by its name")
  func measures() throws {
    let ranks = try #require(Examples.done.summary?.ranks)
    #expect(Examples.done.value(of: .alpha) == Examples.done.summary?.fit?.alpha)
    #expect(Examples.done.value(of: .effectiveRank) == ranks.effectiveRank)
    #expect(Examples.done.value(of: .participationRatio) == ranks.participationRatio)
    #expect(Examples.done.value(of: .stableRank) == ranks.stableRank)
    #expect(Examples.done.value(of: .conditionNumber) == ranks.conditionNumber)
    #expect(Measure.allCases.allSatisfy { Examples.failed.value(of: $0) == nil })
    #expect(Examples.complete.value(of: .rankMe) == Examples.spectra.spectrum.rankMe)
    #expect(Examples.complete.value(of: .selfCluster) == 0.25 && Examples.complete.value(of: .lidar) == 17.5)
    #expect(Measure.onePass.union(Measure.onRequest) == Set(Measure.allCases))
    #expect(Measure.onePass.isDisjoint(with: Measure.onRequest))
  }

  @Test("Fitting anew keeps what was asked for and what the dump is, and moves α and its interval")
  func fittedAnew() throws {
    let range = try #require(FitRange(first: 2, last: 20))
    let settings = FitSettings(range: range, estimator: .ols)
    var bent = Examples.spectra
    let steep = Examples.features(alpha: 2, count: 30).eigenvalues
    bent.spectrum = Eigenspectrum(given: steep + [Double](repeating: 0.001, count: 90))
    let record = Examples.complete.fitted(to: bent, with: settings)
    #expect(record.dump == Examples.complete.dump && record.shape == Examples.complete.shape)
    #expect(record.requested == Examples.complete.requested)
    #expect(record.summary?.fit?.range == range && record.summary?.fit?.estimator == .ols)
    #expect(try abs(#require(record.alpha) - 2) < 1e-9)
    #expect(try #require(record.uncertainty?.measures[.alpha]).interval.contains(2))
    #expect(record.fitted(to: Examples.spectra, with: FitSettings()) == Examples.complete)
    #expect(Examples.failed.fitted(to: bent, with: settings) == Examples.failed)
  }

  @Test(
    "The sketch goes from 1 to the last resolved rank in at most as many points as it may have",
    arguments: [1, 2, 23, 24, 25, 2048])
  func sketch(rank: Int) throws {
    let values = (1...rank).map { 4 / Double($0) } + [0, 0]
    let sketch = SpectrumSummary(Eigenspectrum(given: values), settings: FitSettings(), nonFiniteRows: 0).sketch
    #expect(sketch.count == min(rank, SpectrumSummary.sketchLength))
    #expect(sketch.first == 1)
    #expect(try #require(sketch.last) == values[rank - 1] / 4)
    #expect(sketch == sketch.sorted(by: >))
  }

  @Test("Features without variance have no sketch")
  func noSketch() {
    #expect(SpectrumSummary(Eigenspectrum(given: [0, 0]), settings: FitSettings(), nonFiniteRows: 0).sketch == [])
  }
}
