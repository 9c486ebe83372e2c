/// Why features and labels give no probe.
public enum ProbeError: Error, Sendable, Equatable {
  /// There are not as many labels as rows.
  case unequalCounts(labels: Int, rows: Int)
  /// The rows to be tested have not the features that the probe is trained on.
  case unequalFeatures(training: Int, test: Int)
  /// Labels of fewer than two classes.
  case tooFewClasses(Int)
  /// The split leaves fewer rows to train on than there are classes.
  case tooFewTrainingRows(Int, classes: Int)
  /// The split leaves no row to test on, or none of them is finite.
  case noTestRows
  /// A class that no usable training row has: the label.
  case missingInTraining(label: Int)
  /// No feature differs between training rows.
  case constantFeatures
  /// The differences of features are beyond what a double can hold.
  case featuresTooLarge
}

extension ProbeError: CustomStringConvertible {
  /// One sentence without a full stop, for people.
  public var description: String {
    switch self {
    case .unequalCounts(let labels, let rows): "\(labels) labels for \(rows) rows"
    case .unequalFeatures(let training, let test): "\(test) features to test, \(training) to train on"
    case .tooFewClasses(let count): "labels of \(count) \(count == 1 ? "class" : "classes"); a probe needs at least two"
    case .tooFewTrainingRows(let count, let classes): "\(count) rows to train on, fewer than the \(classes) classes"
    case .noTestRows: "no rows to test on"
    case .missingInTraining(let label): "no usable training row is of class \(label)"
    case .constantFeatures: "no feature differs between the training rows"
    case .featuresTooLarge: "differences of features are too large for double precision"
    }
  }
}
