import Testing

@testable import Analysis

@Suite("The accuracy of a dump")
struct AccuracyMetricTests {
  @Test(
    "One of the training's images is never it",
    arguments: ["train_acc", "training_accuracy", "train/top1", "trainAcc", "acc/train"])
  func training(name: String) {
    #expect(AccuracyMetric.isAccuracy(name))
    #expect(AccuracyMetric.name(in: [name: Metric(value: 1, join: .checkpoint)]) == nil)
  }

  @Test("One whose name does not say of which images has a remark", arguments: ["accuracy", "acc", "top1", "Accuracy"])
  func unknown(name: String) {
    #expect(AccuracyMetric.name(in: [name: Metric(value: 1, join: .checkpoint)]) == name)
    #expect(AccuracyMetric.remark(on: name)?.contains("training") == true)
    #expect(AccuracyMetric.remark(on: "val_acc") == nil && AccuracyMetric.remark(on: AccuracyMetric.typedName) == nil)
  }

  @Test(
    "Of several the held-out one is the accuracy, top-1 before top-5, the own images before others",
    arguments: [
      (["accuracy", "loss", "val_accuracy", "val_loss"], "val_accuracy"), (["train_acc", "acc"], "acc"),
      (["val_acc5", "val_acc1"], "val_acc1"), (["val_acc", "ood_acc"], "val_acc"), (["ood_acc", "acc"], "ood_acc"),
      (["val_acc", "test_acc"], "test_acc"), (["val_acc", "linear_acc"], "linear_acc"),
      (["train_acc", "ood_test_acc"], "ood_test_acc"),
      (["probe_acc", "probe_acc_shifted"], "probe_acc"), (["val_acc_5", "val_acc_1", "val_acc"], "val_acc_1"),
    ])
  func choice(names: [String], expected: String) {
    for names in [names, names.reversed()] {
      let metrics = Dictionary(uniqueKeysWithValues: names.map { ($0, Metric(value: 1, join: .checkpoint)) })
      #expect(AccuracyMetric.name(in: metrics) == expected)
    }
  }

  @Test("A held-out accuracy of the end of the run comes before one of this checkpoint that may be the training's")
  func images() {
    let metrics = ["val_acc": Metric(value: 1, join: .lastOfRun), "acc": Metric(value: 2, join: .checkpoint)]
    #expect(AccuracyMetric.name(in: metrics) == "val_acc")
  }
}
