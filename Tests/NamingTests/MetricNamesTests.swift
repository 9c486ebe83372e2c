import Naming
import Testing

@Suite("Names of metrics")
struct MetricNamesTests {
  @Test(
    "Accuracies of held-out samples",
    arguments: [
      "val_acc", "val/acc", "val_accuracy", "valid_acc", "validation/accuracy", "test_acc", "test_acc_1", "test/acc1",
      "eval_top1", "eval_accuracy", "eval_imagenet_accuracy", "linear_acc", "linear_probe_acc", "probe_acc", "knn",
      "knn_acc", "knn_20", "online_acc", "eval/knn_acc@1", "val_acc@1", "val_top-1", "valAcc", "testAccuracy",
      "dev.accuracy", "ood_acc", "shifted_acc", "val_acc_epoch", "val/acc/dataloader_idx_0", "valacc", "Test Accuracy",
      "val/MulticlassAccuracy", "val_balanced_accuracy", "test top1", "val:acc", "probe", "val_acc5", "test_top5",
      "val_acc_ema", "best_val_acc", "val_sparse_categorical_accuracy", "eval_mnli_accuracy", "acc@1/val",
      "eval/knn_top1",
      "metrics/val_accuracy", "linear/val_acc1", "corrupted_acc", "probe_acc_shifted",
    ])
  func heldOut(name: String) {
    let metric = MetricName(name)
    #expect(metric.kind == .accuracy && [.heldOut, .shifted].contains(metric.images))
  }

  @Test(
    "Accuracies of the training are never chosen",
    arguments: [
      "train_acc", "train/acc", "training_accuracy", "tr_acc", "fit_acc", "trainAcc", "trainacc", "train_knn_acc",
      "train/online_acc", "Train Top1",
    ])
  func training(name: String) {
    #expect(MetricName(name).kind == .accuracy && MetricName(name).images == .training)
  }

  @Test(
    "Accuracies of which the name does not say of what",
    arguments: ["acc", "accuracy", "acc1", "top1", "acc@1", "Accuracy", "top 1", "categorical_accuracy"])
  func unknown(name: String) {
    #expect(MetricName(name).kind == .accuracy && MetricName(name).images == .unknown)
    #expect(MetricName("val_\(name)").precedes(MetricName(name)))
  }

  @Test(
    "What is no accuracy",
    arguments: [
      "loss", "val_loss", "train_loss", "lr", "epoch_time", "val_auc", "val_f1", "val/mAP", "acc_std",
      "val_acc_std", "accuracy_loss", "grad_acc", "acc_steps", "knn_k", "knn_loss", "probe_lr", "probe_loss",
      "probe_wd", "knn_time", "vaccine", "accumulate", "backtop", "alpha", "topology", "probed", "val_acc_ci_lower", "",
    ])
  func others(name: String) {
    #expect(MetricName(name).kind != .accuracy)
  }

  @Test(
    "Error rates are known and never chosen by themselves",
    arguments: ["val_err", "test_error", "top1_err", "error_rate", "val/err@1"])
  func errors(name: String) {
    #expect(MetricName(name).kind == .errorRate)
  }

  @Test("What is no error rate", arguments: ["error_std", "mean_squared_error", "val_error_bars"])
  func noErrors(name: String) { #expect(MetricName(name).kind == .other) }

  @Test("The most telling accuracy comes first, whatever the order of the columns")
  func ranking() {
    let names = [
      "test_acc_1", "test_acc", "linear_acc", "linear_probe_acc", "val_acc", "eval_top1", "knn", "online_acc",
      "ood_acc", "best_val_acc", "val_acc5", "acc", "train_acc",
    ]
    var generator = SplitMix(state: 1)
    for _ in 0..<20 {
      let metrics = names.shuffled(using: &generator).map { MetricName($0) }
      #expect(metrics.sorted { $0.precedes($1) }.map(\.name) == names)
    }
  }
}
