import Analysis

/// What dumps and runs are called on the screen.
enum DumpText {
  /// A dump among the others of its run: `epoch 8`, `layer3 epoch 8`, or its file name where the path says neither.
  static func withinRun(_ dump: Dump) -> String {
    let parts = [dump.layer, dump.checkpoint?.description].compactMap { $0 }
    return parts.isEmpty ? dump.path.lastComponent?.string ?? dump.path.string : parts.joined(separator: " ")
  }

  /// A dump among all others: `lambd_0.004_pdim_64 epoch 8`.
  static func full(_ dump: Dump, in dumps: DumpCollection) -> String {
    "\(dumps.title(of: dump.runID)) \(withinRun(dump))"
  }

  /// Hyperparameters as `lambd 0.004`, in the order of their names, those that vary among the dumps first.
  static func hyperparameters(_ dump: Dump, varying: Set<String>) -> [String] {
    let byName = dump.hyperparameters.sorted { $0.key < $1.key }
    return (byName.filter { varying.contains($0.key) } + byName.filter { !varying.contains($0.key) })
      .map { "\($0.key) \($0.value)" }
  }

  /// `512 × 256`.
  static func shape(_ shape: FeatureShape?) -> String {
    shape.map { "\($0.sampleCount)×\($0.featureCount)" } ?? ""
  }
}
