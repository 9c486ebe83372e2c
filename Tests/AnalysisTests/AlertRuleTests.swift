import Spectra
import Testing

@testable import Analysis

@Suite("A rule for alerts")
struct AlertRuleTests {
  private func record(alpha: Double, metrics: [String: Metric] = [:]) -> AnalysisRecord {
    let spectrum = Eigenspectrum(given: (1...120).map { 1 / (Double($0) * (alpha == 1 ? 1 : Double($0))) })
    var record = Examples.record(spectrum)
    record.dump.metrics = metrics
    return record
  }

  @Test(
    "is read as people write it, and written so",
    arguments: zip(
      [
        "alpha > 2", " rankMe<10 ", "nonFiniteRows>0", "moved( alpha )>=0.3", "loss <= 1e-3", "epoch_acc = 7",
        "k=5 > 1",
      ],
      [
        "alpha > 2", "rankMe < 10", "nonFiniteRows > 0", "moved(alpha) >= 0.3", "loss <= 0.001", "epoch_acc = 7",
        "k=5 > 1",
      ]))
  func reading(text: String, written: String) {
    #expect(AlertRule(text)?.description == written)
  }

  @Test(
    "is refused where it says nothing",
    arguments: [
      "", "alpha", "> 2", "alpha > two", "alpha > nan", "moved() > 1", "alpha => 2", "alpha =< 2", "alpha == 2",
      "alpha >< 2", "moved(alpha) => 2", "moved(alpha =) > 2", "1 < alpha < 2", "1 > alpha < 2",
    ])
  func refusing(text: String) {
    #expect(AlertRule(text) == nil)
  }

  @Test("holds for measures, metrics and what has moved since the checkpoint before")
  func holding() throws {
    let (flat, steep) = (record(alpha: 1), record(alpha: 2, metrics: ["acc": Metric(value: 50, join: .checkpoint)]))
    #expect(try #require(AlertRule("alpha > 1.5")).holds(for: steep, after: nil))
    #expect(try !#require(AlertRule("alpha > 1.5")).holds(for: flat, after: nil))
    #expect(try #require(AlertRule("acc < 60")).holds(for: steep, after: nil))
    #expect(try !#require(AlertRule("acc < 60")).holds(for: flat, after: nil), "it has none")
    let moved = try #require(AlertRule("moved(alpha) > 0.9"))
    #expect(moved.holds(for: steep, after: flat) && moved.holds(for: flat, after: steep))
    #expect(!moved.holds(for: steep, after: nil) && !moved.holds(for: steep, after: steep))
  }

  @Test("of collapse is there without being asked for, and spares what has two directions")
  func collapse() {
    let collapsed = Examples.record(Eigenspectrum(given: [1] + (2...120).map { 1e-4 / Double($0) }))
    #expect(AlertRule.collapse.holds(for: collapsed, after: nil))
    #expect(!AlertRule.collapse.holds(for: record(alpha: 1), after: nil))
  }
}
