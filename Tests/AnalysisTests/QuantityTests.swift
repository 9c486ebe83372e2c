import Glibc
import Testing

@testable import Analysis

@Suite("Quantities")
struct QuantityTests {
  @Test("Every number of a record has its name, metrics before hyperparameters of the same one")
  func values() {
    var record = Examples.complete
    record.dump.checkpoint = Checkpoint(epoch: 8, step: 1200)
    record.dump.metrics["lambd"] = Metric(value: 3, join: .checkpoint)
    record.dump.hyperparameters["lambd"] = .number(4)
    let expected: [(String, Double?)] = [
      ("alpha", record.alpha), ("lidar", 17.5), ("rSquared", record.summary?.fit?.rSquared), ("sampleCount", 2048),
      ("featureCount", 120), ("accuracy", 81.4), ("test_acc", 81.4), ("epoch", 8), ("step", 1200), ("seed", 7),
      ("lr", 0.1), ("lambd", 3), ("algorithm", nil), ("nesterov", nil), ("loss", nil),
    ]
    for (name, value) in expected {
      #expect(record.quantity(named: name) == value && Quantity(named: name).value(of: record) == value, "\(name)")
    }
    #expect(["epoch", "step", "seed"].allSatisfy { Examples.failed.quantity(named: $0) == nil })
  }

  @Test("Those of records are what any of them has a number of, each once, measures first")
  func all() {
    var other = Examples.failed
    other.dump.metrics = ["alpha": Metric(value: 1, join: .checkpoint), "nan": Metric(value: .nan, join: .checkpoint)]
    other.dump.hyperparameters = ["width": .number(3), "test_acc": .number(2), "name": .text("x")]
    let quantities = Quantity.all(in: [other, Examples.complete])
    #expect(
      quantities.map(\.name) == [
        "alpha", "rankMe", "effectiveRank", "participationRatio", "stableRank", "conditionNumber", "selfCluster",
        "lidar",
        "rSquared", "accuracy", "test_acc", "lr", "width", "epoch", "seed", "sampleCount", "featureCount",
        "resolvableRank", "noiseFloor", "totalVariance", "nonFiniteRows",
      ])
    #expect(quantities.prefix(3).map(\.title) == ["α", "RankMe", "effective rank"])
    #expect(quantities.contains { $0.title == "N" } && quantities.contains { $0.title == "test_acc" })
    #expect(Quantity.all(in: [Examples.failed]).isEmpty && Quantity.all(in: []).isEmpty)
  }

  @Test("Every built-in quantity but a name for people has a title")
  func titles() {
    let plain = ["accuracy", "epoch", "step", "seed"]
    #expect(Quantity.builtInNames.allSatisfy { (Quantity(named: $0).title == $0) == plain.contains($0) })
  }

  @Test(
    "Positive numbers over more than two decades are logarithmic by nature",
    arguments: zip(
      [
        [1e-4, 1], [1, 100, 101], [5, 600], [1, 100], [0.5, 0.9], [0, 1000], [-1, 1000], [], [7], [1, .infinity],
        [1, .nan],
      ],
      [true, true, true, false, false, false, false, false, false, false, false]) as Zip2Sequence<[[Double]], [Bool]>)
  func logarithmic(values: [Double], expected: Bool) {
    #expect(Quantity.isLogarithmicByNature(values: values) == expected)
    #expect(Quantity.isLogarithmicByNature(values: values.reversed()) == expected)
  }

  @Test("The edit distance counts insertions, deletions and replacements")
  func editDistance() {
    #expect("".editDistance(to: "abc") == 3)
    #expect("kitten".editDistance(to: "sitting") == 3)
    #expect("tick".editDistance(to: "tick") == 0)
    #expect("tik".nearest(in: ["label", "tick", "grid"]) == "tick" && "tik".nearest(in: []) == nil)
  }

  @Test("ln(L)/d is that of runs of Barlow Twins: a loss, the weight of its redundancy, and a width")
  func lossPerDimension() throws {
    var record = Examples.complete
    let quantity = Quantity(named: "logLossPerDimension")
    record.dump.metrics["train_loss"] = Metric(value: 20, join: .checkpoint)
    record.dump.hyperparameters["pdim"] = .number(128)
    #expect(quantity.value(of: record) == nil, "any loss could have that")
    record.dump.hyperparameters["lambd"] = .number(0.004)
    #expect(quantity.value(of: record) == log(20) / 128 && Quantity.all(in: [record]).contains(quantity))
    #expect(quantity.title == "ln(loss)/d")
    for (loss, width) in [(0.0, 128.0), (-1, 128), (.nan, 128), (20, 0)] {
      record.dump.metrics["train_loss"] = Metric(value: loss, join: .checkpoint)
      record.dump.hyperparameters["pdim"] = .number(width)
      #expect(quantity.value(of: record) == nil)
    }
  }
}
