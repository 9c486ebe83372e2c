extension AnalysisFailure {
  /// The reason as JSON names it, which scripts may rely on.
  public enum Code: String, Sendable, CaseIterable {
    // Of files.
    case unreadable, notAnArray, badHeader, unsupportedType, tooFewAxes, tooManyAxes, noFirstToken, empty, oneRow
    case oneColumn, tooLarge, notALabel, truncated, incomplete, unequalShards, repeatedShard, missingShard, changed
    // Of their numbers.
    case tooMuchMemory, noEigenvalues
    // Of files that belong together.
    case noLabels, unequalCounts, unequalViews, oneObject
    // Of probes.
    case unequalFeatures, tooFewClasses, tooFewTrainingRows, noTestRows, missingInTraining, constantFeatures
    case featuresTooLarge
    /// Somebody ended it before it was done.
    case interrupted
  }
}
