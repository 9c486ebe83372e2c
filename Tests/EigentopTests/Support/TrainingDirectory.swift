import FileFixtures
import Foundation

/// A directory as training leaves it: three runs with settings, metric logs and dumps of known α, and a torn dump.
struct TrainingDirectory {
  let directory: TemporaryDirectory

  var path: String { directory.path.string }

  /// - `lambd_0.1`: epochs 1 and 2, α 0.8 and 1.0, accuracies 60 and 70.
  /// - `lambd_0.2`: epochs 1 and 2, α 1.2 and 1.4, accuracies 65 and 75.
  /// - `lambd_1`: epoch 2, α 0.6, accuracy 55.
  /// - `torn`: a file that ends after 10 of 280 rows.
  init() throws {
    directory = try TemporaryDirectory()
    try addRun("lambd_0.1", alphas: [1: 0.8, 2: 1.0], accuracies: [1: 60, 2: 70])
    try addRun("lambd_0.2", alphas: [1: 1.2, 2: 1.4], accuracies: [1: 65, 2: 75])
    try addRun("lambd_1", alphas: [2: 0.6], accuracies: [2: 55])
    let whole = FeatureMatrix(alpha: 1).npy
    try directory.write(whole.prefix(128 + 10 * 128 * 8), to: "torn/features_epoch_2.npy")
    // So long ago that nobody is writing to it any more.
    try setAge(of: directory.path.appending("torn/features_epoch_2.npy"), to: 86_400)
  }

  private func addRun(_ name: String, alphas: [Int: Double], accuracies: [Int: Int]) throws {
    let setting = name.split(separator: "_")
    try directory.write("\(setting[0]): \(setting[1])\nseed: 3\n", to: "\(name)/hparams.yaml")
    let log = accuracies.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)" }
    try directory.write((["epoch,probe_acc"] + log).joined(separator: "\n") + "\n", to: "\(name)/metrics.csv")
    for (epoch, alpha) in alphas {
      try directory.write(FeatureMatrix(alpha: alpha), to: "\(name)/features_epoch_\(epoch).npy")
    }
  }
}
