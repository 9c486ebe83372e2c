import Testing

@testable import Analysis

@Suite("Names of metrics")
struct MetricNameTests {
  @Test(
    "Accuracies of held-out images",
    arguments: [
      "test_acc_1", "test_acc", "linear_acc", "linear_probe_acc", "probe_acc", "val_acc", "val/acc", "eval_top1",
      "val_accuracy",
      "eval_accuracy", "validation accuracy", "valid_acc", "val/acc@1", "val_acc1", "test/top1", "val_top_1",
      "ValAccuracy",
      "valAcc", "online_acc1", "knn_accuracy", "eval/knn_top1", "dev_acc", "test.accuracy", "val:acc", "Val Acc",
      "probe/top1",
      "linear/val_acc1", "metrics/val_accuracy", "test_accuracy_top1", "val_sparse_categorical_accuracy",
      "eval_mnli_accuracy",
      "acc@1/val", "test-acc",
    ])
  func heldOut(name: String) {
    #expect(MetricName(name).kind == .accuracy && MetricName(name).images == .heldOut)
    #expect(MetricName(name).isTopOne)
  }

  @Test(
    "Accuracies of the training's images are never the accuracy",
    arguments: [
      "train_acc", "training_accuracy", "train/top1", "trainAcc", "tr_acc", "fit_accuracy", "train_acc_5", "acc/train",
    ])
  func training(name: String) {
    #expect(MetricName(name).kind == .accuracy && MetricName(name).images == .training)
    #expect(AccuracyMetric.name(in: [name: Metric(value: 1, join: .checkpoint)]) == nil)
  }

  @Test(
    "Accuracies of which the name does not say more",
    arguments: ["accuracy", "acc", "top1", "acc1", "Accuracy", "acc@1"])
  func unknown(name: String) {
    #expect(MetricName(name).kind == .accuracy && MetricName(name).images == .unknown)
    #expect(AccuracyMetric.remark(on: name)?.contains("training") == true)
  }

  @Test(
    "What is no accuracy, whatever words it shares with one",
    arguments: [
      "val_loss", "loss", "probe_loss", "knn_time", "val_error", "test_err", "lr", "epoch", "step", "accumulated_grad",
      "accelerator",
      "val_f1", "val_auc", "probe_lr", "map", "grad_norm", "val_perplexity", "linear_ce", "access_count", "backtop1x",
      "contrastive_n",
    ])
  func other(name: String) { #expect(MetricName(name).kind == .other) }

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
